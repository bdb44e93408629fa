import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphqlSchema } from '@caseweave/graphql';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { repairs } from './repairs/repairs.ts';

test('[G35] a bundle that leaves out what nothing asks for has every type: none is there by an import alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'caseweave-graphql-'));
  try {
    const entry = join(folder, 'entry.ts');
    const model = new URL('./repairs/repairs.ts', import.meta.url).pathname;
    await writeFile(
      entry,
      `import { graphqlSchema } from '@caseweave/graphql';
       import { repairs } from '${model}';
       export const typeNames = Object.keys(graphqlSchema({ model: repairs }).getTypeMap());`,
    );
    await build({
      configFile: false,
      logLevel: 'silent',
      root: new URL('..', import.meta.url).pathname,
      ssr: { noExternal: [/^@caseweave/], resolve: { conditions: ['@caseweave/source'] } },
      resolve: { alias: { '@caseweave/graphql': new URL('../src/index.ts', import.meta.url).pathname } },
      build: {
        ssr: entry,
        outDir: join(folder, 'out'),
        minify: false,
        rollupOptions: { external: /^(?!@caseweave|\.|\/)/ },
      },
    });
    const bundled = (await import(join(folder, 'out', 'entry.js'))) as { typeNames: readonly string[] };

    expect(bundled.typeNames.toSorted()).toEqual(
      Object.keys(graphqlSchema({ model: repairs }).getTypeMap()).toSorted(),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
