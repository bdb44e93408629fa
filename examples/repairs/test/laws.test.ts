import { run } from '@caseweave/merge-laws/command';
import { checkLaws } from '@caseweave/merge-laws';
import { checkModelLaws } from '@caseweave/model/laws';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { office, plan, repairs } from '../src/model.ts';
import { demo } from '../src/server.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));

test.each([plan, office])('merging $name keeps the ten laws', (section) => {
  const { laws } = checkLaws(section, { runs: fc.readConfigureGlobal().numRuns ?? 100 });

  expect(laws).toHaveLength(10);
});

test('the command of the example checks both sections', async () => {
  const said: string[] = [];
  const { scripts } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as { scripts: { laws: string } };
  const given = scripts.laws.split('main.ts ')[1]?.split(' ') ?? [];
  const ended = await run([...given, '--runs', '20'], {
    write: (text) => void said.push(text),
    folder,
    isTerminal: false,
    now: () => 0,
    onStop: () => () => undefined,
    randomSeed: () => 1,
  });

  expect(ended).toBe(0);
  expect(said.join('')).toMatch(/job\.plan[\s\S]*job\.office/);
});

test('whatever is decided, the model keeps the laws of models', () => {
  const people = demo.people.map((one) => ({ ...one, organisation: null }));
  const { taken } = checkModelLaws(repairs, { directory: { people }, runs: fc.readConfigureGlobal().numRuns ?? 100 });

  expect(Object.entries(taken).filter(([, times]) => times === 0)).toEqual([]);
});
