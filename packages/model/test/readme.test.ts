import { readFileSync } from 'node:fs';
import { adviceOn } from '@caseweave/model';
import { checkModelLaws } from '@caseweave/model/laws';
import { expect, test } from 'vitest';
import { registered, repairs, tim, why } from './readme-example.ts';

test('the example of the README is this one, and says what it says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('readme-example.ts', import.meta.url), 'utf8');
  const shown = /```ts\n([\s\S]*?)```/.exec(readme)?.[1]?.trim();

  expect(example.startsWith(`${shown}\n`)).toBe(true);
  expect(registered.type).toBe('decided');
  expect(tim).toEqual({ read: true, append: false, write: false });
  expect(why).toMatch(/^Nobody would be left who decides who is a member\./);
});

test('the model of the README needs no advice, and keeps the laws', () => {
  const people = ['asha', 'tim'].map((id) => ({ who: { id, isOfficer: id === 'asha' }, name: id, organisation: null }));

  expect(adviceOn(repairs)).toEqual([]);
  expect(checkModelLaws(repairs, { directory: { people }, runs: 30, seed: 1 }).taken['register-job']).toBeGreaterThan(
    0,
  );
});
