import { compareModels, modelSummary, type ModelDifference, type ModelSummary } from '@caseweave/model';
import { describe, expect, test } from 'vitest';
import { homes } from './models/homes.ts';
import { repairs } from './models/repairs.ts';

/** A summary with something changed in it: a path of names and what stands there then; undefined takes it away. */
const changed = (summary: ModelSummary, changes: Readonly<Record<string, unknown>>): ModelSummary => {
  const copy = JSON.parse(JSON.stringify(summary)) as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split('/');
    let at = copy;
    for (const name of names.slice(0, -1)) at = at[name] as Record<string, unknown>;
    const last = names.at(-1) ?? '';
    if (value === undefined) Reflect.deleteProperty(at, last);
    else at[last] = value;
  }
  return copy as unknown as ModelSummary;
};

const released = modelSummary(homes);
/** What is different in the next version, which is raised. */
const differences = (changes: Readonly<Record<string, unknown>>): readonly ModelDifference[] =>
  compareModels(released, changed(released, { version: 2, ...changes }));
const line = (value: object) => ({ label: 'New', isOptional: false, value });

const breaking: readonly (readonly [
  what: string,
  changes: Readonly<Record<string, unknown>>,
  path: string,
  words: string,
])[] = [
  ['another name', { model: 'houses' }, 'name', 'is houses and was homes: a model keeps its name'],
  ['a version that falls', { version: 0 }, 'version', 'is 0, below the released 1: versions only rise'],
  [
    'a version that stays',
    { version: 1, 'kinds/job/title': 'Work' },
    'version',
    'is the same, but the model is not: raise it with each release',
  ],
  [
    'a unit that is gone',
    { 'units/firm': undefined },
    'units.firm',
    'is gone, and directories have such units: keep it',
  ],
  [
    'a kind that is gone',
    { 'kinds/job': undefined },
    'kinds.job',
    'is gone, and stores have such records: keep the kind',
  ],
  [
    'a seat that is gone',
    { 'kinds/job/seats/helper': undefined },
    'kinds.job.seats.helper',
    "is gone, and authorities' own tables may name it: keep it, with none in every row",
  ],
  [
    'a condition that is gone',
    { 'kinds/job/conditions/running': undefined },
    'kinds.job.conditions.running',
    "is gone, and authorities' own tables may name it: keep it, with none in every row",
  ],
  [
    'facts of another shape',
    { 'kinds/job/facts/shape/required': [] },
    'kinds.job.facts',
    'are of another shape, but the version is not: raise it, so that stores fold them again',
  ],
  [
    'facts whose version falls',
    { 'kinds/job/facts/version': 1 },
    'kinds.job.facts',
    'have version 1, below the released 2',
  ],
  [
    'a section that is gone',
    { 'sections/job.plan': undefined },
    'sections.job.plan',
    'is gone, and records have it: keep the section, and let no seat write it',
  ],
  [
    'a section of another kind',
    { 'sections/job.plan/kind': 'home' },
    'sections.job.plan.kind',
    'is of the kind home and was of job: add a new section',
  ],
  [
    'a section by another title',
    { 'sections/job.plan/title': 'Work' },
    'sections.job.plan.title',
    'is called "Work" and was "Plan", and readers of the API name its type by it',
  ],
  [
    'a field that is gone',
    { 'sections/job.plan/schema/fields/story': undefined },
    'sections.job.plan.story',
    'is gone: keep the field, and leave it off your screens if it is no longer wanted',
  ],
  [
    'a field without a raised version',
    { 'sections/job.plan/schema/fields/more': { kind: 'text', label: 'More' } },
    'sections.job.plan.more',
    'is new, but the version is not: raise the version with every field',
  ],
  [
    'a value that is something else',
    { 'sections/job.plan/values/what': { type: 'day' } },
    'sections.job.plan.values.what',
    'was a line of 200 and is a day: add a new field, and keep this one as it was',
  ],
  [
    'a value that allows less',
    { 'sections/job.plan/values/what': { type: 'line', longest: 20 } },
    'sections.job.plan.values.what',
    'was a line of 200 and is a line of 20: add a new field, and keep this one as it was',
  ],
  [
    'a decision that is gone',
    { 'decisions/help': undefined },
    'decisions.help',
    'is gone, and logs have it: keep its form, upgrade and fold, and let nobody decide it',
  ],
  [
    'a decision about another kind',
    { 'decisions/help/kind': 'home' },
    'decisions.help',
    'was a decision (job), and is not: add a new one',
  ],
  [
    'a decision that begins',
    { 'decisions/help/type': 'opening' },
    'decisions.help',
    'was a decision (job), and is not: add a new one',
  ],
  [
    'a form whose version falls',
    { 'decisions/order-job/version': 1 },
    'decisions.order-job.version',
    'is 1, below the released 2: versions only rise',
  ],
  [
    'a form with more, without a raised version',
    { 'decisions/help/form/why': line({ type: 'line', longest: 9 }) },
    'decisions.help.form',
    'is another, but the version is not: raise it, so that older servers say that they do not know it',
  ],
  [
    'a form with less, without a step',
    { 'decisions/help/version': 2, 'decisions/help/form/until': undefined },
    'decisions.help.form',
    'of version 1 does not fit: say how it is brought up, upgrade: { 1: … }',
  ],
  [
    'a form that asks more, without a step',
    { 'decisions/help/version': 2, 'decisions/help/form/why': line({ type: 'truth' }) },
    'decisions.help.form',
    'of version 1 does not fit: say how it is brought up, upgrade: { 1: … }',
  ],
  [
    'a code that is gone',
    { 'codeLists/speeds/codes': [{ code: 'now', label: 'Today' }] },
    'codes.speeds.later',
    'is gone, and documents and logs hold it: keep the code, and offer it no more',
  ],
];

test.each(breaking)('[M92] %s breaks, and what to do is said', (_what, changes, path, words) => {
  const found = differences(changes).filter((difference) => difference.breaking);

  expect(found).toContainEqual({ path, breaking: true, words });
});

describe('what breaks nothing is said', () => {
  const notes: readonly (readonly [
    what: string,
    changes: Readonly<Record<string, unknown>>,
    said: readonly string[],
  ])[] = [
    ['nothing', {}, []],
    [
      'a new optional member, in a raised version',
      { 'decisions/help/version': 2, 'decisions/help/form/why': { ...line({ type: 'truth' }), isOptional: true } },
      ['decisions.help.form.why is new, and may be left out'],
    ],
    [
      'a form that is brought up',
      {
        'decisions/help/version': 2,
        'decisions/help/upgrades': [1],
        'decisions/help/form/why': line({ type: 'truth' }),
      },
      ['decisions.help.form of version 1 is brought up', 'decisions.help.form.why is new'],
    ],
    ['another label', { 'decisions/help/form/who/label': 'Whom' }, ['decisions.help.form.who is called "Whom"']],
    [
      'facts that are folded again',
      { 'kinds/job/facts/version': 3, 'kinds/job/facts/shape/required': [] },
      ['kinds.job.facts are folded again: version 3'],
    ],
    ['a new refusal', { 'decisions/help/refusals/no': 'No.' }, ['decisions.help.refusals.no is new: "No."']],
    [
      'whose it is',
      { 'decisions/help/byAuthority': true },
      ['decisions.help.byAuthority is decided by whoever runs the authority alone'],
    ],
    ['what overtakes', { 'decisions/help/overtakenBy': ['end'] }, ['decisions.help.overtakenBy is end']],
    [
      'a value that allows more',
      { 'sections/job.plan/values/what': { type: 'line', longest: 300 } },
      ['sections.job.plan.values.what lets pass more than before'],
    ],
    [
      'a new section',
      { 'sections/job.more': released.sections['job.plan'] },
      ['sections.job.more is new: records that there are get it'],
    ],
    ['a new kind', { 'kinds/garden': released.kinds['home'] }, ['kinds.garden is new']],
    [
      'a new code',
      {
        'codeLists/speeds/codes': [
          { code: 'now', label: 'Now' },
          { code: 'later', label: 'When it suits' },
          { code: 'soon', label: 'Soon' },
        ],
      },
      ['codes.speeds.now means "Now" and meant "Today"', 'codes.speeds.soon is new: "Soon"'],
    ],
    ['who is seated', { 'kinds/job/seating': [] }, ['kinds.job.conditions that seat people themselves: none']],
    [
      'presence',
      { 'sections/job.plan/hasPresence': false },
      ['sections.job.plan.hasPresence no longer tells who else is in it'],
    ],
  ];

  test.each(notes)('[M93] %s', (_what, changes, said) => {
    const found = differences(changes);

    expect(found.filter((difference) => difference.breaking)).toEqual([]);
    expect(found.map(({ path, words }) => `${path} ${words}`)).toEqual(said);
  });

  test.each([
    ['none', 'write', 'wider'],
    ['read', 'append', 'wider'],
    ['write', 'read', 'narrower'],
    ['write', { level: 'write', when: 'running' }, 'narrower'],
    [{ level: 'write', when: 'running' }, 'write', 'wider'],
    [{ level: 'write', when: 'running' }, { level: 'read', when: 'running' }, 'narrower'],
    [{ level: 'read', when: 'running' }, { level: 'write', when: 'running' }, 'wider'],
    [{ level: 'write', when: 'running' }, { level: 'write', when: 'invited' }, 'wider here, narrower there'],
    // Whoever is invited needs no seat.
    ['write', { level: 'write', when: 'invited' }, 'wider here, narrower there'],
    [{ level: 'read', when: 'invited' }, 'read', 'wider here, narrower there'],
    ['none', { level: 'read', when: 'invited' }, 'wider'],
    [{ level: 'write', when: 'running' }, 'read', 'wider here, narrower there'],
    [{ level: 'write', when: 'running' }, 'none', 'narrower'],
    ['none', { level: 'read', when: 'running' }, 'wider'],
  ] as const)('[M93] a cell that was %j and is %j is %s', (was, is, direction) => {
    const path = 'sections/job.plan/rights/worker';
    const [difference, ...more] = compareModels(
      changed(released, { [path]: was }),
      changed(released, { version: 2, [path]: is }),
    );

    expect(more).toEqual([]);
    expect(difference).toMatchObject({ path: 'sections.job.plan.rights.worker', breaking: false });
    expect(difference?.words.endsWith(`: ${direction}`)).toBe(true);
  });

  test('[M93] a condition that every cell is under', () => {
    expect(differences({ 'sections/job.notes.*/always': null }).map(({ words }) => words)).toEqual([
      'is under no condition any more: wider',
    ]);
  });
});

test('[M92] what a list shows is kept for readers of the API', () => {
  const before = modelSummary(repairs);
  const compared = (changes: Readonly<Record<string, unknown>>): readonly string[] =>
    compareModels(before, changed(before, { version: 2, ...changes }))
      .filter((difference) => difference.breaking)
      .map(({ path, words }) => `${path} ${words}`);

  expect(compared({ 'sections/job.plan/list/title': undefined })).toEqual([
    'sections.job.plan.list.title is gone, and readers of the API may ask for it: keep it',
  ]);
  expect(
    compareModels(
      changed(before, { 'sections/job.plan/list/title/isFiltered': true }),
      changed(before, { version: 2 }),
    ),
  ).toEqual([
    {
      path: 'sections.job.plan.list.title',
      breaking: true,
      words: 'narrows lists no more, and readers of the API may narrow by it: keep it',
    },
  ]);
  expect(compared({ whoTitle: 'Practitioner' })).toEqual([
    'who.title is another, and readers of the API name their type by it',
  ]);
  expect(compared({ manyUnits: { firm: 'Companies' } })).toEqual([
    'units are called otherwise where there are several, and readers of the API ask for them by it',
  ]);
  expect(compared({ 'sections/job.plan/list/title/value': { type: 'day' } })).toEqual([
    'sections.job.plan.list.title was a line of 200 and is a day: add a new field, and keep this one as it was',
  ]);
});
