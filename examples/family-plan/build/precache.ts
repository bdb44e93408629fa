import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/** The service worker's file. It is known by its address, so its name stays. */
export const serviceWorkerFile = 'sw.js';

/** Tells the service worker, once everything is built, which files make up this version of the app. */
export const precache = (): Plugin => ({
  name: 'caseweave-precache',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const files = await Promise.all(
      (await builtFiles(dir)).map(async (path) => {
        const hash = hashOf(await readFile(join(dir, path)));
        // The name of an asset holds a hash already.
        return { path: `/${path}`, hash: path.startsWith('assets/') ? null : hash };
      }),
    );
    const version = hashOf(JSON.stringify(files)).slice(0, 12);
    const worker = join(dir, serviceWorkerFile);
    const code = await readFile(worker, 'utf8');
    await writeFile(
      worker,
      code.replace('__BUILT__', () => JSON.stringify({ version, files })),
    );
  },
});

async function builtFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((path) => path !== serviceWorkerFile)
    .toSorted();
}

const hashOf = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
