import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../frame/interleaved.ts';
import type { Suite } from '../frame/suite.ts';

const rounds = 3;
const fields = 10;
const here = fileURLToPath(new URL('.', import.meta.url));
const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '..', 'bin', 'tsc');

/** What the compiler takes to infer a large record, beside the same as a zod object. */
export const compile: Suite = {
  name: 'compile',
  about: 'a record of 30 collections by 10 fields type-checked, beside the same fields as zod objects',
  run(report) {
    for (const collections of [10, 30]) {
      const [ours, other, none] = [record(collections), zodObject(collections), 'export {};\n'].map(checkedIn);
      if (ours === undefined || other === undefined || none === undefined) return;
      report({
        measure: 'compile',
        size: collections * fields,
        what: `${collections * fields} fields in ${collections} collections inferred, views and drafts used; without the start of the compiler`,
        unit: 's',
        ours: Math.max(0.001, ours - none),
        other: Math.max(0.001, other - none),
        otherIs: 'zod objects',
        ...(collections === 30 ? { goal: { oursAtMost: 2 } } : {}),
      });
    }
  },
};

const names = (collections: number): readonly string[] => Array.from({ length: collections }, (_, n) => `rows${n}`);
const members = Array.from({ length: fields }, (_, n) => `f${n}`);

const record = (collections: number): string => `
import { collection, defineSection, openSection, register } from '@caseweave/record';
import * as Y from 'yjs';
import { z } from 'zod';
const schema = defineSection({ name: 'large', version: 1, oldestWriter: 1, fields: {
${names(collections)
  .map((name) => `  ${name}: collection({ ${members.map((member) => `${member}: register(z.string())`).join(', ')} }),`)
  .join('\n')}
} });
const section = openSection(schema, { doc: new Y.Doc(), now: () => 0, newId: () => '', authorOf: () => undefined });
${names(collections)
  .map(
    (name) => `section.edit((draft) => void (draft.${name}.byId('').f0 = 'x'));
export const of${name}: string | null | undefined = section.view().${name}[0]?.f0;`,
  )
  .join('\n')}
`;

const zodObject = (collections: number): string => `
import { z } from 'zod';
const schema = z.object({
${names(collections)
  .map((name) => `  ${name}: z.array(z.object({ ${members.map((member) => `${member}: z.string()`).join(', ')} })),`)
  .join('\n')}
});
const value = schema.parse({});
${names(collections)
  .map((name) => `export const of${name}: string | undefined = value.${name}[0]?.f0;`)
  .join('\n')}
`;

/** Seconds that the compiler takes for a source; the median of some runs. */
function checkedIn(source: string): number {
  // Beside this file, so that what it imports is found.
  const folder = mkdtempSync(join(here, 'compiled-'));
  try {
    writeFileSync(join(folder, 'source.ts'), source);
    const config = {
      extends: '../../../../tsconfig.base.json',
      compilerOptions: {
        noEmit: true,
        composite: false,
        incremental: false,
        types: [],
        lib: ['es2024', 'esnext.disposable'],
      },
      files: ['source.ts'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const times = Array.from({ length: rounds }, () => {
      const began = performance.now();
      const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`It does not compile:\n${stdout}`);
      return (performance.now() - began) / 1_000;
    });
    return median(times);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
