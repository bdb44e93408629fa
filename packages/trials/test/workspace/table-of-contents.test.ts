import { expect, test } from 'vitest';
import { filesIn, textOf } from '../../src/workspace/repository.ts';

const tables = filesIn('packages').filter((path) => /\/src\/(.+\/)?index\.ts$/.test(path));

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

/** What is left of a table of contents once its re-exports by name are taken away. */
const restOf = (text: string): string =>
  withoutComments(text)
    .replaceAll(/export (?:type )?\{[^}]*\} from '[^']+';/g, '')
    .trim();

test('an index holds re-exports by name and nothing else', () => {
  expect(tables.length).toBeGreaterThan(0);
  expect(tables.filter((path) => restOf(textOf(path)) !== '')).toEqual([]);
});

test('an index says what its package is', () => {
  expect(tables.filter((path) => !/^\/\*\*[\s\S]*?@packageDocumentation\s+\*\//.test(textOf(path)))).toEqual([]);
});
