import { expect, test } from 'vitest';
import { filesIn, textOf } from '../../src/workspace/repository.ts';

/** Hosts of package registries, in two parts each, so that this file names none. */
const hosts = [
  ['registry', 'npmjs'],
  ['registry', 'yarnpkg'],
  ['npm', 'pkg.github'],
  ['registry', 'npmmirror'],
].map((parts) => parts.join('.'));

test('no file of the project names the host of a package registry: everybody installs from their own', () => {
  const files = filesIn('.').filter((path) => !/\.(png|jpg|gz|woff2?|ico)$/.test(path));

  expect(files).toContain('pnpm-lock.yaml');
  expect(files.filter((path) => hosts.some((host) => textOf(path).includes(host)))).toEqual([]);
});
