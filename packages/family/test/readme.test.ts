import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { found, practice, shared, shown } from './readme-example.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the example of the README runs, and does what it says', () => {
  expect(found?.map(({ rule }) => rule)).toEqual(['F8']);
  expect(shown).toMatchObject({ openNeeds: 1, nextDueOn: '2026-12-01' });
  expect(shared).toEqual({ read: true, write: true, append: true });
  expect(practice).toEqual({ read: false, write: false, append: false });
});

test('the README shows the example that is tested', () => {
  expect(read('../README.md')).toContain(read('./readme-example.ts').replaceAll('export const', 'const'));
});
