import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../frame/interleaved.ts';

const rounds = 3;
const here = fileURLToPath(new URL('.', import.meta.url));
const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '..', 'bin', 'tsc');

/** Seconds that the compiler takes for a source; the median of some runs. */
export function checkedIn(source: string): number {
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
