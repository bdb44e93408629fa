import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the compiler said of one source. */
export interface Compiled {
  /** Its errors, each as one text of several lines. */
  readonly errors: readonly string[];
}

const root = new URL('../', import.meta.url);
const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', root));

/** Compiles sources as a user of this package would, all in one run; gives the errors of each, and what it cost. */
export function compile(sources: Readonly<Record<string, string>>): {
  readonly of: (name: string) => Compiled;
  readonly instantiations: number;
} {
  // Within the package, so that its dependencies and its own name are found as a user's are.
  const folder = new URL(`node_modules/.cache/compiled-${process.pid}/`, root);
  mkdirSync(folder, { recursive: true });
  try {
    for (const [name, source] of Object.entries(sources)) writeFileSync(new URL(`${name}.ts`, folder), source);
    const config = {
      extends: fileURLToPath(new URL('../../tsconfig.base.json', root)),
      compilerOptions: {
        composite: false,
        noEmit: true,
        lib: ['es2023', 'esnext.disposable'],
        types: [],
        rewriteRelativeImportExtensions: false,
        noUnusedLocals: false,
      },
      include: ['.'],
    };
    writeFileSync(new URL('tsconfig.json', folder), JSON.stringify(config));
    const args = [compiler, '--project', fileURLToPath(folder), '--pretty', 'false', '--extendedDiagnostics'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const output = `${stdout}${stderr}`;
    const number = (label: string): number =>
      Number(new RegExp(`^${label}:\\s+([\\d.]+)`, 'm').exec(output)?.[1] ?? Number.NaN);
    const blocks = output.split(/\n(?=\S)/);
    return {
      of: (name) => ({ errors: blocks.filter((block) => block.includes(`${name}.ts(`)) }),
      instantiations: number('Instantiations'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
