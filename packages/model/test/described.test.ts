import {
  compareModels,
  defineModel,
  modelMarkdown,
  modelSummary,
  readRights,
  type Model,
  type ModelSummary,
} from '@caseweave/model';
import type { Json } from '@caseweave/record';
import { expect, test } from 'vitest';
import { declaration, homes } from './models/homes.ts';
import { jobs } from './models/jobs.ts';
import { repairs } from './models/repairs.ts';

const isJson = (value: unknown): boolean => JSON.stringify(JSON.parse(JSON.stringify(value))) === JSON.stringify(value);

test.each([
  ['homes', homes],
  ['jobs', jobs],
  ['repairs', repairs],
] as const)(
  '[M90, M94] %s: the summary is plain JSON, and the model does not differ from it',
  (_name, model: Model) => {
    const kept = JSON.parse(JSON.stringify(modelSummary(model))) as ModelSummary;

    expect(isJson(modelSummary(model))).toBe(true);
    expect(kept).toEqual(modelSummary(model));
    expect(compareModels(kept, modelSummary(model))).toEqual([]);
  },
);

test('[M90] the summary says everything but functions', () => {
  const summary = modelSummary(homes);

  expect(summary.kinds['job']).toEqual({
    title: 'Job',
    about: 'Work in a home.',
    facts: {
      version: 2,
      shape: expect.objectContaining({ required: ['home', 'firm', 'endsAt', 'helpers'] }) as Json,
    },
    seats: { worker: 'works for the firm', helper: 'helps until a moment', nobody: 'is nobody' },
    conditions: {
      running: 'the job runs',
      'up-to-adding': 'adding is enough',
      'own-firm': 'the notes are of their own firm',
      invited: 'they are called tess',
    },
    seating: ['invited'],
  });
  expect(summary.sections['job.notes.*']).toMatchObject({
    kind: 'job',
    always: 'own-firm',
    rights: { worker: 'write', helper: 'read', nobody: 'none' },
    schema: { section: 'job.notes.example' },
    values: { what: { type: 'line', longest: 200 } },
  });
  expect(summary.decisions['order-job']).toMatchObject({
    version: 2,
    upgrades: [1],
    form: { speed: { label: 'How soon', isOptional: false, value: { type: 'code', list: 'speeds' } } },
  });
  expect(summary.codeLists).toEqual({
    speeds: {
      source: 'local',
      codes: [
        { code: 'now', label: 'Today' },
        { code: 'later', label: 'When it suits' },
      ],
    },
  });
  expect(modelSummary(jobs).kinds['job']?.facts.shape).toMatchObject({
    properties: { members: { type: 'array' }, own: { properties: { doneAt: { type: ['number', 'null'] } } } },
  });
});

test('[M90] the rights are those in force', () => {
  const read = readRights(homes, { 'home.place': { tenant: 'none' } });
  if (read.type === 'refused') throw new Error('It was refused.');

  expect(modelSummary(homes.with({ rights: read.rights })).sections['home.place']?.rights).toMatchObject({
    tenant: 'none',
  });
});

test('[M91] a model is printed as documentation', () => {
  const printed = modelMarkdown(repairs);

  expect(printed.split('\n').filter((line) => /^#{1,4} /.test(line))).toEqual([
    '# Repairs',
    '## Repair (`job`)',
    '### Who stands how to it, and what they may do',
    '### What can be decided',
    '#### Report a repair (`report`)',
    '#### Give the repair to a firm (`give-to-firm`)',
    '#### Close the repair (`close`)',
    '#### Open the repair again (`reopen`)',
    '### What stands in it',
    '#### Plan (`job.plan`)',
    '#### Notes (`job.notes`)',
    '## Codes',
    '### urgencies',
  ]);
  for (const line of [
    '- **contractor**: who works for the firm that the repair is given to',
    '| `job.plan` | read | write, *open* | write |',
    '- *open*: where the repair is open',
    'Begins a record. Decided by the tenant themself, or an officer.',
    '| `firm` | Firm | a unit: firm |',
    '- Refused as `closed`: The repair is closed already.',
    '- The way back: Open the repair again',
    '- `urgency` holds a code of [urgencies](#urgencies)',
    '- `now`: Today',
  ])
    expect(printed.split('\n')).toContain(line);
  expect(printed).not.toMatch(/undefined|\[object|\n\n\n/);
});

test('[M91] a series is shown by an example, and a section under a condition says so', () => {
  const printed = modelMarkdown(homes);

  expect(printed).toContain('- `job.notes.*`, whatever a cell says: where the notes are of their own firm.');
  expect(printed).toContain('#### Notes (`job.notes.*`)\n\nWhat is written there.\n\nVersion 1.');
  expect(modelMarkdown(jobs)).toContain(
    '| `members` | Members | several: `who` somebody who signs in; `role` a code of',
  );
  expect(modelMarkdown(defineModel({ ...declaration, decisions: [] }))).toContain(
    'Nothing: only whoever runs the authority brings such records in.',
  );
});
