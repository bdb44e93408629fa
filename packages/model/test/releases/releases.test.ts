import { compareKeptLog, compareModels, defineModel, modelSummary, type KeptLog } from '@caseweave/model';
import { expect, test } from 'vitest';
import { id } from '../directory.ts';
import { declaration, help, home, homes, job } from '../models/homes.ts';
import { models, releases } from './kept-releases.ts';

test('[M95] every version of a model has been kept', () => {
  expect(releases().map(([name]) => name)).toEqual(
    expect.arrayContaining(models.map(({ name, version }) => `${name}@${version}`)),
  );
});

test.each(releases())('[M92, M95] %s gets on with the model of today', (_name, { summary, logs }) => {
  const model = models.find(({ name }) => name === summary.model);
  if (model === undefined) throw new Error('There is no such model any more.');

  expect(compareModels(summary, modelSummary(model)).filter(({ breaking }) => breaking)).toEqual([]);
  expect(logs.flatMap((log) => compareKeptLog(model, log))).toEqual([]);
});

const kept: KeptLog = {
  kind: 'job',
  record: id(3),
  entries: [
    { name: 'take-job', version: 1, record: id(3), form: { home: id(1) }, who: 'ada', at: 1 },
    { name: 'help', version: 1, record: id(3), form: { who: 'tess', until: 9 }, who: 'ada', at: 2 },
  ],
  factsVersion: 2,
  facts: { home: id(1), firm: 'ashdown', endsAt: null, helpers: [{ who: 'tess', until: 9 }] },
};

test('[M95] a log that folds into other facts breaks, unless their version was raised', () => {
  const twice: typeof help.fold = (facts, form, by) => help.fold(help.fold(facts, form, by), form, by);
  const doubled = { ...help, fold: twice };
  const decisions = declaration.decisions.map((one) => (one.name === 'help' ? doubled : one));
  const raised = { ...job, facts: { ...job.facts, version: 3 } };

  expect(compareKeptLog(homes, kept)).toEqual([]);
  expect(compareKeptLog(defineModel({ ...declaration, decisions }), kept)).toEqual([
    {
      path: 'kinds.job.facts',
      breaking: true,
      words: 'of a released log are others, but the version is not: raise it, so that stores fold again',
    },
  ]);
  expect(compareKeptLog(defineModel({ ...declaration, kinds: [home, raised], decisions }), kept)).toEqual([
    { path: 'kinds.job.facts', breaking: false, words: 'of a released log are others in version 3' },
  ]);
});

test('[M95] a log that is not understood breaks', () => {
  const decisions = declaration.decisions.filter(({ name }) => name !== 'help');

  expect(compareKeptLog(defineModel({ ...declaration, decisions }), kept)).toEqual([
    {
      path: 'decisions.help',
      breaking: true,
      words: 'of a released log is not understood: there is no such decision',
    },
  ]);
});
