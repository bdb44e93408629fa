import { beforeEach, expect, test } from 'vitest';
import { asker } from './ask.ts';
import { jobDiary } from './repairs/plan.ts';
import { smallTown } from './repairs/small-town.ts';

let town = smallTown();
let ask = asker(town);
let keys = 0;
beforeEach(() => {
  town = smallTown();
  ask = asker(town);
});

const outcome = `__typename ... on Edited { version row } ... on Refused { refusals { code path rule remedy } }`;

interface Told {
  readonly __typename: string;
  readonly version?: string;
  readonly row?: string;
  readonly refusals?: readonly { readonly code: string; readonly path: string }[];
}

/** Sends one edit under a key of its own, unless one is given. */
async function edit(who: string, call: string, key = `key-${(keys += 1)}`): Promise<Told> {
  const { body, text } = await ask(who, `mutation { ${call.replace('(', `(key: "${key}", `)} { ${outcome} } }`);
  const [told] = Object.values((body.data ?? {}) as Record<string, Told>);
  if (told === undefined) throw new Error(text);
  return told;
}

const read = async (who: string, fields: string) =>
  (await ask(who, `{ asOf repair(id: "boiler") { ${fields} } }`)).text;

test('[G18] a row is added as from whoever asks, and can be read at the version that the edit gave', async () => {
  const told = await edit(
    'brook',
    `addStep(repair: "boiler", values: { what: "Order a valve", by: "tim", status: DONE, note: "In stock", uses: [] })`,
  );
  expect(told.__typename).toBe('Edited');
  const { body } = await ask(
    'olive',
    `query R($v: Version!) { atLeast(version: $v) { ... on Reached { query { repair(id: "boiler") { plan { steps {
      nodes { id what note status { code } written { field author { id name firm } } } } } } } } } }`,
    { v: told.version },
  );
  expect(JSON.stringify(body.data)).toContain(
    `{"id":"${told.row}","what":"Order a valve","note":"In stock","status":{"code":"DONE"}`,
  );
  expect(JSON.stringify(body.data)).toContain('{"id":"brook","name":"Bea Brook","firm":"Brook Heating"}');
});

test('[G18] what a section holds is written as it is read: codes, moments, numbers, sets and groups', async () => {
  const told = await edit(
    'brook',
    `changePlan(repair: "boiler", values: { grade: GRADE_2, hazards: [HAZARD_2B, HAZARD_1A], promisedAt: "2026-12-02T09:30:00Z",
      needs: ["A plumber"], visits: [{ by: "tim", on: "2026-12-01", urgency: SOON }] })`,
  );
  expect(told.__typename).toBe('Edited');
  const fields =
    'plan { grade { code words } hazards { code } promisedAt needs visits { by { name } on urgency { code } } }';
  expect(JSON.parse(await read('olive', fields))).toMatchObject({
    data: {
      repair: {
        plan: {
          grade: { code: 'GRADE_2', words: 'Unpleasant' },
          hazards: [{ code: 'HAZARD_1A' }, { code: 'HAZARD_2B' }],
          promisedAt: '2026-12-02T09:30:00.000Z',
          needs: ['A plumber'],
          visits: [{ by: { name: 'Tim Field' }, on: '2026-12-01', urgency: { code: 'SOON' } }],
        },
      },
    },
  });
  // A list takes the place of the old one, whatever its members are; null clears.
  const again = `changePlan(repair: "boiler", values: { grade: null, needs: [], visits: [
    { by: "tim", on: "2026-12-01", urgency: SOON }, { by: "olive", on: "2026-12-03", urgency: NOW }] })`;
  expect((await edit('brook', again)).__typename).toBe('Edited');
  expect(JSON.parse(await read('olive', fields))).toMatchObject({
    data: {
      repair: {
        plan: { grade: null, needs: [], visits: { length: 2 } },
      },
    },
  });
});

test('[G19] the same key and the same content are done once and answered the same, also when the right has ended', async () => {
  const call = 'addSparePart(repair: "boiler", values: { name: "Pump", count: 2, isOrdered: false })';
  const told = [await edit('brook', call, 'one'), await edit('brook', call, 'one')];
  expect(told[0]?.__typename).toBe('Edited');
  expect(told[1]).toEqual(told[0]);
  town.facts.set('boiler', { record: 'boiler', kind: 'job', facts: { tenant: 'tim', officer: null, firm: null } });
  expect(await edit('brook', call, 'one')).toEqual(told[0]);
  expect((await edit('brook', call, 'two')).__typename).toBe('NotAllowed');
});

test('[G19] a key with other content is told as reused; a key is one person’s, and has some length', async () => {
  const add = (name: string) => `addSparePart(repair: "boiler", values: { name: "${name}" })`;
  await edit('brook', add('Pump'), 'key');
  expect(await edit('brook', add('Pipe'), 'key')).toEqual({ __typename: 'KeyReused' });
  expect((await edit('olive', add('Pipe'), 'key')).__typename).toBe('Edited');
  expect(await edit('olive', add('Pipe'), '')).toMatchObject({ refusals: [{ code: 'bad-key' }] });
  expect(await edit('olive', add('Pipe'), 'k'.repeat(201))).toMatchObject({ refusals: [{ code: 'bad-key' }] });
});

test('[G20] what breaks a rule of the section is refused with the rule, and its key stays free', async () => {
  const add = (name: string) => `addSparePart(repair: "boiler", values: { name: "${name}" })`;
  const refused = await edit('brook', add(''), 'key');
  expect(refused).toMatchObject({ __typename: 'Refused', refusals: [{ code: 'wrong-value', path: 'parts.name' }] });
  expect((await edit('brook', add('Pump'), 'key')).__typename).toBe('Edited');
});

test('[G21] what one may not change, may not read or what does not exist is one answer to the byte', async () => {
  const add = (record: string) =>
    `mutation { addSparePart(key: "a", repair: "${record}", values: { name: "?" }) { __typename ... on NotAllowed { words } } }`;
  const told = await Promise.all(
    [
      ['tim', 'boiler'],
      ['stranger', 'boiler'],
      ['stranger', 'AAAAAAAAAAAAAAAAAAAAAA'],
      ['olive', 'mill-lane'],
    ].map(async ([who = '', record = '']) => (await ask(who, add(record))).text),
  );
  expect(told[0]).toContain('NotAllowed');
  expect(new Set(told).size).toBe(1);
});

test('[G21] of sections that are alike, an edit goes to the one of whom one works for, unless another is named', async () => {
  expect((await edit('brook', 'addNote(repair: "boiler", values: { text: "Ours" })')).__typename).toBe('Edited');
  expect((await edit('brook', 'addNote(repair: "boiler", firm: "stone", values: { text: "?" })')).__typename).toBe(
    'NotAllowed',
  );
  expect((await edit('stone', 'addNote(repair: "boiler", firm: "brook", values: { text: "?" })')).__typename).toBe(
    'NotAllowed',
  );
  expect((await edit('olive', 'addNote(repair: "boiler", values: { text: "?" })')).__typename).toBe('NotAllowed');
  expect((await edit('brook', 'changeNotes(repair: "boiler", values: { keptTo: "2030-01-01" })')).__typename).toBe(
    'Edited',
  );
  expect(await read('olive', 'notes { firm { id } keptTo notes { nodes { text } } }')).toContain(
    '"notes":[{"firm":{"id":"brook"},"keptTo":"2030-01-01","notes":{"nodes":[{"text":"Ours"}]}}]',
  );
});

test('[G22] what others wrote after the version that a change was made on is not overwritten: it is a question, until settled', async () => {
  const { body } = await ask('olive', '{ asOf }');
  const { asOf } = body.data as { readonly asOf: string };
  const change = (who: string, on: string, seen: string) =>
    edit(who, `changePlan(repair: "boiler", values: { visitOn: "${on}" }, seen: "${seen}", reason: "Rang up")`);
  await change('brook', '2026-12-20', asOf);
  await change('olive', '2026-12-18', asOf);
  const fields = 'plan { visitOn questions { id section path claims { id code } } }';
  const { repair } = (JSON.parse(await read('olive', fields)) as { data: { repair: Asked } }).data;
  interface Asked {
    readonly plan: {
      readonly visitOn: string;
      readonly questions: readonly {
        readonly id: string;
        readonly claims: readonly { readonly id: string; readonly code: string }[];
      }[];
    };
  }
  expect(repair).toMatchObject({
    plan: { visitOn: '2026-12-18', questions: [{ section: 'job.plan', path: 'visitOn' }] },
  });
  const [question] = repair.plan.questions;
  const later = question?.claims.find(({ code }) => code === '2026-12-20')?.id;
  const settle = (by: string) =>
    `settleQuestion(record: "boiler", section: "job.plan", question: "${question?.id}", by: { ${by} }, reason: "Agreed")`;
  expect((await edit('brook', settle('claim: "AAAA"'))).__typename).toBe('Refused');
  expect((await edit('brook', settle(`claim: "${later}"`))).__typename).toBe('Edited');
  expect(await read('olive', fields)).toContain('"plan":{"visitOn":"2026-12-20","questions":[]}');
  expect(await edit('olive', settle('date: "2026-12-24"'))).toMatchObject({ refusals: [{ code: 'no-such-question' }] });
});

test('[G22] without a version a change is made on all that there is; a version that is none is refused', async () => {
  await edit('brook', 'changePlan(repair: "boiler", values: { visitOn: "2026-12-20" })');
  await edit('olive', 'changePlan(repair: "boiler", values: { visitOn: "2026-12-18" })');
  expect(await read('olive', 'plan { visitOn questions { id } }')).toContain('"questions":[]');
  const strange = await edit('olive', 'changePlan(repair: "boiler", values: { visitOn: null }, seen: "elsewhere")');
  expect(strange).toMatchObject({ refusals: [{ code: 'bad-version' }] });
});

test('[G24] a text is added to beside what is there; a row is struck and restored', async () => {
  const add = (words: string) => `addToText(record: "boiler", text: JOB_PLAN_STORY, words: "${words}")`;
  await edit('brook', add('We came on Monday.'));
  await edit('olive', add('They found it.'));
  const { row } = await edit('brook', 'addStep(repair: "boiler", values: { what: "By mistake" })');
  const note = `addToText(record: "boiler", text: JOB_PLAN_STEPS_NOTE, row: "${row}", words: "It was not needed.")`;
  expect((await edit('brook', note)).row).toBe(row);
  const fields = 'plan { story steps { nodes { what note } } }';
  const story = String.raw`"story":"It went cold.\nWe came on Monday.\nThey found it."`;
  expect(await read('olive', fields)).toContain(story);
  expect(await read('olive', fields)).toContain('{"what":"By mistake","note":"It was not needed."}');
  const put = (verb: string) => `${verb}(record: "boiler", section: "job.plan", row: "${row}", why: "Wrong repair")`;
  expect((await edit('brook', put('strike'))).__typename).toBe('Edited');
  expect(await read('olive', fields)).not.toContain('By mistake');
  expect((await edit('olive', put('restore'))).__typename).toBe('Edited');
  expect(await read('olive', fields)).toContain('By mistake');
  expect(
    (await edit('brook', `addToText(record: "boiler", text: JOB_PLAN_STEPS_NOTE, words: "Where?")`)).__typename,
  ).toBe('Refused');
});

test('[G24] of sections that are alike, a text is added to in that of whom I work for, unless another is named', async () => {
  const add = (more: string) => `addToText(record: "boiler", text: NOTES_ACCESS, words: "By the yard."${more})`;
  expect((await edit('brook', add(''))).__typename).toBe('Edited');
  expect((await edit('brook', add(', section: "notes.brook"'))).__typename).toBe('Edited');
  expect(await read('brook', 'notes { access }')).toContain(String.raw`"access":"By the yard.\nBy the yard."`);
  const refused = [
    await edit('olive', add('')),
    await edit('olive', add(', section: "notes.brook"')),
    await edit('brook', add(', section: "notes.!"')),
    await edit('brook', add(', section: "job.plan"')),
  ];
  expect(refused.map(({ __typename }) => __typename)).toEqual(Array(4).fill('NotAllowed'));
});

test('[G20] an id that is nobody and nothing around the record is refused by its field', async () => {
  const add = (values: string, who = 'olive') =>
    edit(who, `addStep(repair: "boiler", values: { what: "Go there", ${values} })`);
  const refused = await Promise.all(
    ['by: "nobody"', 'checkedBy: "nobody"', 'at: "elsewhere"', 'firm: "nothing"'].map((values) => add(values)),
  );
  expect(refused.map(({ refusals }) => refusals?.map(({ code, path }) => `${code} ${path}`))).toEqual([
    ['no-such-id steps.by'],
    ['no-such-id steps.checkedBy'],
    ['no-such-id steps.at'],
    ['no-such-id steps.firm'],
  ]);
  expect(await add('by: "tim", checkedBy: "olive", at: "mill-lane", firm: "brook"')).toMatchObject({
    __typename: 'Edited',
  });
});

test('[G24] an entry is written once, and added to by its author alone', async () => {
  const step = await stepId();
  const event = `addEvent(repair: "boiler", values: { text: "Rang twice", occurredOn: "2026-11-30", step: "${step}" })`;
  const { row } = await edit('brook', event);
  const add = `addAddendum(record: "boiler", section: "${jobDiary.schema.name}", row: "${row}", words: "It was thrice")`;
  expect(await edit('olive', add)).toMatchObject({ refusals: [{ code: 'not-yours' }] });
  expect(await edit('brook', add)).toMatchObject({ __typename: 'Edited', row });
  expect(
    await read('olive', 'diary { events { nodes { text addenda about { name } step { what } author { name } } } }'),
  ).toContain(
    '[{"text":"Rang twice","addenda":["It was thrice"],"about":[],"step":{"what":"Look at it"},"author":{"name":"Bea Brook"}}]',
  );
  const nowhere = `addAddendum(record: "boiler", section: "job.plan", row: "AAAAAAAAAAAA", words: "?")`;
  expect(await edit('brook', nowhere)).toMatchObject({ refusals: [{ remedy: 'Name another section.' }] });
});

async function stepId(): Promise<string> {
  const text = await read('olive', 'plan { steps(first: 1) { nodes { id } } }');
  return /"nodes":\[\{"id":"([^"]+)"/.exec(text)?.[1] ?? '';
}

test('[G25] a version that is none of ours is refused; one that is asked for beside other fields too', async () => {
  const codeOf = async (query: string) => (await ask('olive', query)).body.errors?.[0]?.extensions?.code;
  const { version } = await edit('brook', 'addSparePart(repair: "boiler", values: { name: "Pump" })');
  expect(await codeOf('{ atLeast(version: "elsewhere") { __typename } }')).toBe('BAD_VERSION');
  expect(await codeOf(`{ me { id } atLeast(version: "${version}") { __typename } }`)).toBe('NOT_ALONE');
  expect((await ask('olive', '{ atLeast(version: "v999") { __typename ... on Behind { asOf } } }')).body.data).toEqual({
    atLeast: { __typename: 'Behind', asOf: `v${town.position}` },
  });
});
