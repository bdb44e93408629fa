import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

interface Built {
  readonly version: string;
  readonly files: readonly { readonly path: string; readonly hash: string | null }[];
}

/**
 * Puts another version in the place of a built app, as a release does: all assets have other names, the former ones are
 * gone, and some words on every page are others.
 */
export async function releaseNextVersion(app: string, words: string, nextWords: string): Promise<void> {
  const assets = join(app, 'assets');
  const names = new Map((await readdir(assets)).map((name) => [name, renamed(name)]));
  await Promise.all([...names].map(([before, after]) => rename(join(assets, before), join(assets, after))));
  const changed = (text: string): string => {
    let next = text.replaceAll(words, nextWords);
    for (const [before, after] of names) next = next.replaceAll(before, after);
    return next;
  };
  const texts = [...[...names.values()].map((name) => join('assets', name)), 'index.html', 'sw.js'];
  for (const text of texts) await rewrite(join(app, text), changed);
  const page = createHash('sha256')
    .update(await readFile(join(app, 'index.html')))
    .digest('hex');
  await rewrite(join(app, 'sw.js'), (code) =>
    code.replace(/\{"version":.*?\]\}/s, (found) => {
      const { version, files } = JSON.parse(found) as Built;
      const next = files.map((file) => (file.path === '/index.html' ? { ...file, hash: page } : file));
      return JSON.stringify({ version: `${version}-next`, files: next });
    }),
  );
}

/** Copies a built app, for a server of its own that releases other versions. */
export const copyApp = (from: string, to: string): Promise<void> => cp(from, to, { recursive: true });

const renamed = (name: string): string => `${name.slice(0, -extname(name).length)}-next${extname(name)}`;

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}
