import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtApp } from '../src/whole/running-server.ts';

const kilobyte = 1_000;

test('the first paint needs no editor and at most 240 kB compressed, and everything else is kept for offline use', async () => {
  const page = await readFile(join(builtApp, 'index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  const sizes = await Promise.all(first.map(async (path) => gzipSync(await readFile(join(builtApp, path))).length));
  const worker = await readFile(join(builtApp, 'sw.js'), 'utf8');
  const built = await readdir(builtApp, { recursive: true });
  const files = built.filter((path) => /\.[a-z0-9]+$/.test(path) && path !== 'sw.js');

  expect(first.length).toBeGreaterThan(2);
  expect(first.filter((path) => path.includes('editor'))).toEqual([]);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(240 * kilobyte);
  expect(files.filter((path) => !worker.includes(`"/${path}"`))).toEqual([]);
});
