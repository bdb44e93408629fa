import {
  commandWords,
  defineModel,
  findingsIn,
  indexOf,
  isSeen,
  keysOf,
  listed,
  nothingKnown,
  parseCommand,
  toldDecision,
  toldFacts,
  withoutNames,
  type AnyDecision,
  type Kind,
  type AnySectionPart,
  type Command,
  type Model,
  type RecordState,
} from '@caseweave/model';
import type { Json } from '@caseweave/record';
import { expect, test } from 'vitest';
import { directory, id, one } from './directory.ts';
import { declaration, home, homes, homePlace, shutOut } from './models/homes.ts';
import { jobPlan, repairs } from './models/repairs.ts';

const state: RecordState = {
  record: id(1),
  kind: 'home',
  facts: { landlord: 'asha', tenants: ['tim'], shutOut: ['tess'] },
  linkedFrom: [],
};
const command = (json: Json, model: Model = homes): Command => {
  const parsed = parseCommand(model, json);
  if (parsed.type === 'refused') throw new Error(JSON.stringify(parsed.refusal));
  return parsed.command;
};
const told = (reader: string, json: Json, by: string | null = 'asha', model = homes) => {
  const author = by === null ? null : one(by);
  const taken = { key: 'k', command: command(json, model), by: author, at: 5 };
  return toldDecision(model, one(reader).who, taken, state, nothingKnown);
};
const fails = (): never => {
  throw new Error('broken');
};
/** A model whose code fails where it is said, and what was reported. */
const failing = (change: { readonly kind?: object; readonly decision?: object; readonly part?: object }) => {
  const reported: string[] = [];
  const model = defineModel({
    ...declaration,
    who: { ...declaration.who, keys: fails },
    kinds: declaration.kinds.map((kind): Kind => (kind.name === 'home' ? { ...home, ...change.kind } : kind)),
    sections: declaration.sections.map((part): AnySectionPart =>
      part === homePlace ? { ...homePlace, ...change.part } : part,
    ),
    decisions: declaration.decisions.map(
      (decision): AnyDecision =>
        (decision.name === 'shut-out' ? { ...shutOut, ...change.decision } : decision) as AnyDecision,
    ),
  }).with({ report: (path) => void reported.push(path) });
  return { model, reported };
};

test('[M60] a reader is told of a decision what is theirs to know, and of its author where they may know of them', () => {
  const shut = { type: 'shut-out', record: id(1), who: 'tess' };
  const ordered = { type: 'order-job', version: 2, record: id(1), job: id(2), firm: 'brook', speed: 'now' };

  expect(told('asha', shut)).toEqual({ key: 'k', command: shut, by: { id: 'asha', name: 'Asha Rahman' }, at: 5 });
  expect(told('tim', shut)).toBeNull();
  expect(told('tim', ordered, 'tess')?.by).toEqual({ id: 'somebody', name: 'Somebody' });
  expect(told('asha', ordered, 'tess')?.by).toEqual({ id: 'tess', name: 'Tess Brandt' });
  expect(told('asha', ordered, null)?.by).toEqual({ id: 'somebody', name: 'Somebody' });
  expect(
    told('asha', { ...ordered, sections: [{ record: id(2), name: 'job.plan', section: id(3) }] })?.command,
  ).toEqual({ ...ordered, sections: [] });
});

test('[M60] a model names whom a reader may not know of in words of its own', () => {
  const model = defineModel({
    ...declaration,
    who: { ...declaration.who, somebody: { id: 'a-neighbour', name: 'A neighbour' } },
  });
  const ordered = { type: 'order-job', version: 2, record: id(1), job: id(2), firm: 'brook', speed: 'now' };

  expect(told('tim', ordered, 'tess', model)?.by).toEqual({ id: 'a-neighbour', name: 'A neighbour' });
});

test('[M61] facts are told as plain JSON', () => {
  const { model } = failing({
    kind: { seen: { ...home.seen, facts: () => ({ since: new Date(0), gone: undefined, of: new Set([1]) }) } },
  });

  expect(toldFacts(model, one('asha').who, state, nothingKnown, 0)).toEqual({
    since: '1970-01-01T00:00:00.000Z',
    of: {},
  });
  expect(toldFacts(homes, one('tim').who, state, nothingKnown, 0)).toEqual({
    landlord: 'asha',
    tenants: ['tim'],
    shutOut: [],
  });
  expect(toldFacts(homes, one('tim').who, { ...state, kind: 'garden' }, nothingKnown, 0)).toBeNull();
});

test('[M62] where code that tells throws, nothing is told, and it is reported', () => {
  const { model, reported } = failing({
    kind: { seen: { ...home.seen, facts: fails, who: fails } },
    decision: { told: fails, words: fails },
    part: { list: { fields: {}, show: fails }, findings: fails },
  });
  const shut = { type: 'shut-out', record: id(1), who: 'tess' };
  const { schema } = homePlace;
  const view = { what: null, story: '' };

  expect(schema.name).toBe('home.place');
  expect(toldFacts(model, one('asha').who, state, nothingKnown, 0)).toBeNull();
  expect(isSeen(model, one('asha').who, one('tim').who, state, 0)).toBe(false);
  expect(told('asha', shut, 'asha', model)).toBeNull();
  expect(commandWords(model, command(shut, model), withoutNames)).toBe('Shut somebody out');
  expect(keysOf(model, one('asha').who)).toEqual([]);
  const part = model.parts.find(({ title }) => title === 'Place');
  if (part === undefined) throw new Error('There is no such part.');
  expect(listed(model, part, view, 0)).toBeNull();
  expect(findingsIn(model, part, view, { today: '2026-12-01' })).toEqual([]);
  expect(reported).toEqual([
    'kinds.home.seen.facts',
    'kinds.home.seen.who',
    'decisions.shut-out.told',
    'decisions.shut-out.words',
    'who.keys',
    'sections.home.place.list.show',
    'sections.home.place.findings',
  ]);
});

test('[M62] what does not throw is told as the model has it', () => {
  const shut = command({ type: 'shut-out', record: id(1), who: 'tess' });
  const names = { ...withoutNames, who: (who: string) => directory.people.find((each) => each.who.id === who)?.name };
  const view = { title: 'Tap', urgency: null, visitOn: null, story: '', steps: [] };

  expect(commandWords(homes, shut, names)).toBe('Tess Brandt is shut out');
  expect(keysOf(homes, one('finn').who)).toEqual(['is:finn', 'firm:brook']);
  expect(listed(repairs, jobPlan, view, 2)).toEqual({ title: 'Tap' });
  expect(listed(homes, homePlace, { what: null, story: '' }, 0)).toBeNull();
  expect(findingsIn(repairs, jobPlan, view, { today: '2026-12-01' })).toEqual([]);
});

test('[M63] an index has each thing once, the moments in order', () => {
  const helpers = [
    { who: 'tim', until: 9 },
    { who: 'tim', until: 3 },
    { who: 'tess', until: 9 },
  ];
  const jobState = {
    record: id(2),
    kind: 'job',
    facts: { home: id(1), firm: 'brook', endsAt: 5, helpers },
    linkedFrom: [],
  };

  expect(indexOf(homes, jobState)).toEqual({
    keys: ['firm:brook', 'is:tess', 'is:tim'],
    moments: [3, 5, 9],
    links: [id(1)],
    people: ['tim', 'tess'],
  });
  expect(indexOf(homes, { ...jobState, kind: 'garden' })).toBeNull();
});

test.each(['keys', 'moments', 'links', 'people'] as const)('[M63] where %s fail, there is no index', (name) => {
  for (const broken of [fails, () => [{}], () => null]) {
    const { model, reported } = failing({ kind: { index: { ...home.index, [name]: broken } } });

    expect(indexOf(model, state)).toBeNull();
    expect(reported).toEqual([`kinds.home.index.${name}`]);
  }
});
