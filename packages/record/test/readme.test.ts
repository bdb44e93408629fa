import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { after, amina, before, question } from './readme-example.ts';

test('the example of the README is this one, and says what it says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('readme-example.ts', import.meta.url), 'utf8');
  const shown = /```ts\n([\s\S]*?)```/.exec(readme)?.[1]?.trim();

  expect(example.startsWith(`${shown}\n`)).toBe(true);
  expect([before, after]).toEqual(['2026-12-01', '2026-12-03']);
  expect(question?.claims.map(({ words }) => words)).toEqual(['1 December 2026', '3 December 2026']);
  expect(amina.questions()).toEqual([]);
});
