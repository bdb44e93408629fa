import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** What is installed, built, stored or kept by git, and so no part of the project's text. */
const notOurs = new Set(['node_modules', 'dist', '.git', 'data', 'coverage']);

/** The files of the repository in a folder, named from its root. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (notOurs.has(entry.name)) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });

/** The text of a file of the repository. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const dependencies = z.record(z.string(), z.string()).default({});

const manifest = z.object({
  name: z.string(),
  dependencies,
  optionalDependencies: dependencies,
  devDependencies: dependencies,
  peerDependencies: dependencies,
});

/** A member of the workspace, and the other members that its manifest names in any way. */
export type Member = { readonly folder: string; readonly name: string; readonly members: readonly string[] };

/** The members of the workspace: packages, examples, benchmarks and docs. */
export const workspaceMembers = (): readonly Member[] =>
  ['packages', 'examples', 'benchmarks', 'docs']
    .flatMap((group) => filesIfThere(group))
    .filter((path) => /^(packages|examples)\/[^/]+\/package\.json$|^(benchmarks|docs)\/package\.json$/.test(path))
    .map((path) => {
      const { name, ...kinds } = manifest.parse(JSON.parse(textOf(path)));
      const named = Object.values(kinds).flatMap((kind) => Object.keys(kind));
      return { folder: join(path, '..'), name, members: named.filter((other) => other.startsWith('@caseweave/')) };
    });

const filesIfThere = (folder: string): readonly string[] => (readdirSync(root).includes(folder) ? filesIn(folder) : []);
