import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The folders of the workspace members, relative to the root; `pnpm-workspace.yaml` lists the same. */
export const members = () => {
  const nested = ['packages', 'examples'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name)),
  );
  return [...nested, 'benchmarks', 'benchmarks/peers', 'docs'].filter((folder) =>
    existsSync(join(root, folder, 'package.json')),
  );
};
