import { earlyHelp } from '@caseweave/family';
import { compareKeptLog, compareModels, modelSummary } from '@caseweave/model';
import { expect, test } from 'vitest';
import { keptModels } from './releases.ts';

const breaking = ({ breaking: breaks }: { readonly breaking: boolean }): boolean => breaks;

test.each(keptModels)('[D13] with $name an entry was kept of every decision that it had', ({ model, logs }) => {
  const there = new Set(logs.flatMap((log) => log.entries.map(({ name, version }) => `${name}@${version}`)));
  const released = Object.entries(model.decisions).map(([name, { version }]) => `${name}@${version}`);
  expect(released.filter((one) => !there.has(one))).toEqual([]);
});

test('[D13] of every kind facts of its version were kept', () => {
  const there = new Set(keptModels.flatMap(({ logs }) => logs.map((log) => `${log.kind}@${log.factsVersion}`)));
  const declared = Array.from(earlyHelp.kinds.values(), ({ name, facts }) => `${name}@${facts.version}`);
  expect(declared.filter((one) => !there.has(one))).toEqual([]);
});

test.each(keptModels.flatMap(({ name, logs }) => logs.map((log) => ({ name, log, of: `${log.kind} ${log.record}` }))))(
  '[D13] the log of $of, kept in $name, folds to what it folded to',
  ({ log }) => {
    expect(compareKeptLog(earlyHelp, log).filter(breaking)).toEqual([]);
  },
);

test.each(keptModels)(
  '[D13] devices, logs and tables of rights of $name get on with the model of today',
  ({ model }) => {
    // That its version rises is asked when a release is kept.
    const found = compareModels(model, modelSummary(earlyHelp)).filter(({ path }) => path !== 'version');
    expect(found.filter(breaking)).toEqual([]);
  },
);
