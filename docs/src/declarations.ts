import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './repository.ts';

/** The declarations that the compiler makes of packages, by the path of the source without its ending. */
export type Declarations = ReadonlyMap<string, string>;

/**
 * Has the compiler make the declarations of packages, and formats them as our sources are.
 *
 * @throws Error with what the compiler says, where the sources have mistakes
 */
export function declarationsOf(packages: readonly string[]): Declarations {
  // What the compiler remembers to have made, it does not make again, though somebody has taken it away.
  const isThere = packages.every((name) => existsSync(`${root}packages/${name}/dist/index.d.ts`));
  run('typescript/bin/tsc', ['-b', ...(isThere ? [] : ['--force']), ...packages.map((name) => `packages/${name}/src`)]);
  // Among themselves, since what is built is not formatted where it lies.
  const folder = mkdtempSync(join(tmpdir(), 'declarations-'));
  try {
    for (const name of packages) {
      cpSync(`${root}packages/${name}/dist`, join(folder, name), {
        recursive: true,
        filter: (path) => !/\.(?:js|map)$/.test(path),
      });
    }
    const files = packages.flatMap((name) =>
      readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.d.ts'))
        .map((path) => ({ name, path, at: join(folder, name, path) })),
    );
    for (const { at } of files) writeFileSync(at, joined(readFileSync(at, 'utf8')));
    run('oxfmt/bin/oxfmt', ['-c', `${root}.oxfmtrc.json`, folder]);
    return new Map(
      files.map(({ name, path, at }) => [
        `packages/${name}/src/${path.slice(0, -'.d.ts'.length)}`,
        readFileSync(at, 'utf8'),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The compiler puts each member on a line of its own, and the formatter would leave it there.
const joined = (text: string): string => text.replaceAll(/\{\n\s*(?!\s*(?:\/\*|\/\/))/g, '{ ');

function run(program: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}node_modules/${program}`, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} did not succeed:\n${stdout}${stderr}`);
}
