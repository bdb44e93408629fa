import {
  ADOPT,
  adviceOn,
  authorityInMemory,
  day,
  decisionPort,
  defineModel,
  foldEntries,
  group,
  indexOf,
  isMemberAt,
  isSeen,
  memberDecisions,
  memberKind,
  parseCommand,
  toldDecision,
  toldFacts,
  valueKindOf,
  whoById,
  type MemoryAuthority,
  type MemberFacts,
} from '@caseweave/model';
import type { Json } from '@caseweave/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { directory, id, one } from './directory.ts';
import { jobs } from './models/jobs.ts';

const member = (who: string, role: string, to: number | null = null): Json => ({ who, role, to });
const register = (...members: readonly Json[]): Json => ({ type: 'register-job', record: id(1), members });
const add = (who: string, role: string, to: number | null = null): Json => ({
  type: 'add-job-member',
  record: id(1),
  who,
  role,
  to,
});
const change = (who: string, role: string, more: object): Json => ({
  type: 'change-job-member',
  record: id(1),
  who,
  role,
  ...more,
});
const leave = (who: string, role: string | null = null): Json => ({ type: 'leave-job', record: id(1), who, role });

const registered = () => {
  const authority = authorityInMemory(jobs, directory);
  const decide = (who: string, json: Json, at: number): string => {
    const decided = authority.decide(who, json, at);
    return decided.type === 'decided' ? 'decided' : decided.refusal.code;
  };
  const first = decide(
    'asha',
    register(member('asha', 'officer'), member('tim', 'tenant'), member('finn', 'contractor')),
    1,
  );
  const state = () => {
    const now = authority.states.get(id(1));
    if (now === undefined) throw new Error('It was not registered.');
    return now;
  };
  const facts = (): MemberFacts => state().facts as MemberFacts;
  return { authority, decide, first, state, facts };
};
const seatsOf = ({ state }: ReturnType<typeof registered>, who: string, at: number): readonly string[] => [
  ...jobs.seats(one(who).who, state(), at),
];

test('[M80] each role is a seat, held from a moment to another', () => {
  const now = registered();

  expect(now.first).toBe('decided');
  expect(now.facts()).toEqual({
    members: [
      { who: 'asha', role: 'officer', from: 1, to: null },
      { who: 'tim', role: 'tenant', from: 1, to: null },
      { who: 'finn', role: 'contractor', from: 1, to: null },
    ],
    own: { doneAt: null },
  });
  expect([seatsOf(now, 'asha', 1), seatsOf(now, 'asha', 0), seatsOf(now, 'tess', 1)]).toEqual([['officer'], [], []]);
  expect(jobs.acts(one('finn').who, 'job.plan', now.state(), 5).append).toBe(true);
  expect(adviceOn(jobs)).toEqual([]);
});

test('[M80] a kind that decides nothing beside has nothing beside', () => {
  const plain = z.object({ id: z.string() });
  const box = memberKind('box', {
    title: 'Box',
    about: 'A box.',
    who: plain,
    roles: { owner: 'owns it' },
    manages: ['owner'],
    opens: () => true,
  });
  const boxes = defineModel({
    name: 'boxes',
    version: 1,
    title: 'Boxes',
    who: whoById(plain),
    kinds: [box],
    sections: [],
    decisions: memberDecisions(box),
  });
  const authority = authorityInMemory(boxes, directory);

  expect([...boxes.decisions.keys()]).toEqual(['register-box', 'add-box-member', 'change-box-member', 'leave-box']);
  authority.decide('tim', { type: 'register-box', record: id(1), members: [member('tim', 'owner')] }, 1);
  expect(authority.states.get(id(1))?.facts).toEqual({
    members: [{ who: 'tim', role: 'owner', from: 1, to: null }],
    own: null,
  });
});

test('[M81] whoever may begin one registers it, and somebody is there who manages it', () => {
  const authority = authorityInMemory(jobs, directory);
  const code = (who: string, json: Json): string => {
    const decided = authority.decide(who, json, 10);
    return decided.type === 'refused' ? decided.refusal.code : 'decided';
  };

  expect(code('tim', register(member('tim', 'officer')))).toBe('not-allowed');
  expect(code('asha', register(member('tim', 'tenant')))).toBe('no-manager');
  expect(code('asha', register(member('asha', 'officer', 99)))).toBe('no-manager');
  expect(code('asha', register(member('asha', 'officer'), member('who-is-that', 'tenant')))).toBe('unknown');
  expect(code('asha', register(member('asha', 'officer'), member('tim', 'tenant', 10)))).toBe('past');
  expect(code('asha', register(member('asha', 'boss')))).toBe('malformed');
  expect(code('asha', register(member('asha', 'officer'), member('asha', 'officer')))).toBe('decided');
});

test('[M81] those who manage add, change and remove; a member leaves by themselves', () => {
  const { decide, facts } = registered();

  expect(decide('tim', add('tess', 'tenant'), 2)).toBe('not-allowed');
  expect(decide('asha', add('tess', 'tenant'), 2)).toBe('decided');
  expect(decide('asha', add('tess', 'tenant'), 3)).toBe('already');
  expect(decide('asha', add('ada', 'contractor', 3), 3)).toBe('past');
  expect(decide('asha', add('nobody', 'contractor'), 3)).toBe('unknown');
  expect(decide('asha', change('tess', 'tenant', { as: 'contractor' }), 4)).toBe('decided');
  expect(decide('asha', change('tess', 'tenant', { as: 'contractor' }), 5)).toBe('not-a-member');
  expect(decide('asha', change('tess', 'contractor', { to: 50 }), 5)).toBe('decided');
  expect(decide('asha', change('tess', 'contractor', { to: 50 }), 6)).toBe('already');
  expect(decide('asha', change('tess', 'contractor', { to: 6 }), 6)).toBe('past');
  expect(decide('tim', leave('finn'), 7)).toBe('not-allowed');
  expect(decide('tess', leave('tim'), 7)).toBe('not-allowed');
  expect(decide('tim', leave('tim'), 7)).toBe('decided');
  expect(decide('asha', leave('tim'), 8)).toBe('not-a-member');
  expect(decide('asha', leave('finn', 'tenant'), 8)).toBe('not-a-member');
  expect(decide('asha', leave('finn', 'contractor'), 8)).toBe('decided');
  expect(facts().members.filter(({ who }) => who !== 'asha')).toEqual([
    { who: 'tim', role: 'tenant', from: 1, to: 7 },
    { who: 'finn', role: 'contractor', from: 1, to: 8 },
    { who: 'tess', role: 'tenant', from: 2, to: 4 },
    { who: 'tess', role: 'contractor', from: 4, to: 50 },
  ]);
});

test('[M82] whoever manages last does not leave, change or get an end', () => {
  const { authority, decide } = registered();

  expect(authority.decide('asha', leave('asha'), 2)).toEqual({
    type: 'refused',
    refusal: {
      code: 'last-manager',
      words: 'Nobody would be left who decides who is a member. Let another do so first.',
      stands: 'Asha Rahman: Officer.',
    },
  });
  expect(decide('asha', change('asha', 'officer', { to: 99 }), 2)).toBe('last-manager');
  expect(decide('asha', change('asha', 'officer', { as: 'tenant' }), 2)).toBe('last-manager');
  expect(decide('asha', add('tess', 'officer', 99), 2)).toBe('decided');
  expect(decide('asha', leave('asha'), 3)).toBe('last-manager');
  expect(decide('asha', change('tess', 'officer', {}), 3)).toBe('decided');
  expect(decide('asha', leave('asha'), 4)).toBe('decided');
});

test('[M83] an end takes effect by itself, and stays told', () => {
  const now = registered();
  now.decide('asha', change('tim', 'tenant', { to: 30 }), 2);

  expect([seatsOf(now, 'tim', 29), seatsOf(now, 'tim', 30)]).toEqual([['tenant'], []]);
  expect(indexOf(jobs, now.state())?.moments).toEqual([1, 30]);
  expect(toldFacts(jobs, one('asha').who, now.state(), now.authority.known, 40)).toMatchObject({
    members: [{ who: 'asha' }, { who: 'tim', to: 30 }, { who: 'finn' }],
  });
  expect(now.decide('tim', leave('tim'), 31)).toBe('not-allowed');
});

const toldTo = (who: string, { authority, state }: ReturnType<typeof registered>) =>
  toldFacts(jobs, one(who).who, state(), authority.known, 5) as { members: readonly { who: string; name: string }[] };

test('[M84] members are told with their names, and of nobody whom their role does not learn of', () => {
  const now = registered();
  const { authority, state } = now;

  expect(toldTo('asha', now).members.map(({ who, name }) => `${who} ${name}`)).toEqual([
    'asha Asha Rahman',
    'tim Tim Okafor',
    'finn Finn Brook',
  ]);
  expect(toldTo('tim', now).members.map(({ who }) => who)).toEqual(['asha', 'tim', 'finn']);
  expect(toldTo('finn', now).members.map(({ who }) => who)).toEqual(['asha', 'finn']);
  expect(isSeen(jobs, one('finn').who, one('tim').who, state(), 5)).toBe(false);
  expect(isSeen(jobs, one('tim').who, one('finn').who, state(), 5)).toBe(true);
  // Who is no member has no role to be known by.
  expect([
    isSeen(jobs, one('asha').who, one('ada').who, state(), 5),
    isSeen(jobs, one('finn').who, one('ada').who, state(), 5),
  ]).toEqual([true, false]);

  const told = (reader: string, json: Json) => {
    const parsed = parseCommand(jobs, json);
    if (parsed.type === 'refused') throw new Error(JSON.stringify(parsed.refusal));
    const taken = { key: 'k', command: parsed.command, by: one('asha'), at: 5 };
    return toldDecision(jobs, one(reader).who, taken, state(), authority.known)?.command ?? null;
  };
  expect(told('finn', change('tim', 'tenant', { to: 30 }))).toBeNull();
  expect(told('tim', change('tim', 'tenant', { to: 30 }))).not.toBeNull();
  expect(told('finn', register(member('asha', 'officer'), member('tim', 'tenant')))).toMatchObject({
    members: [{ who: 'asha' }],
  });
});

test('[M84] what is told says what it holds, as far as the domain says it of its own', () => {
  const shapeOf = (own: object) => {
    const plain = z.object({ id: z.string() });
    const roles = { owner: 'owns it' };
    const opens = () => true;
    const box = memberKind('box', {
      title: 'Box',
      about: 'A box.',
      who: plain,
      roles,
      manages: ['owner'],
      opens,
      ...own,
    });
    const shape = valueKindOf(box.seen.shape ?? {});
    return shape?.type === 'group' ? Object.entries(shape.fields).map(([name, { label }]) => `${name}: ${label}`) : [];
  };

  expect(shapeOf({})).toEqual(['members: Members']);
  expect(shapeOf({ own: { schema: z.object({}), version: 1, initial: {} } })).toEqual(['members: Members']);
  expect(
    shapeOf({ own: { schema: group({ on: day() }, { label: 'How it stands' }), version: 1, initial: {} } }),
  ).toEqual(['members: Members', 'own: How it stands']);
});

test('[M85] a decision about a member is overtaken by one about the same member', () => {
  const { authority } = registered();
  const command = (json: Json) => {
    const parsed = parseCommand(jobs, json);
    if (parsed.type === 'refused') throw new Error(JSON.stringify(parsed.refusal));
    return parsed.command;
  };
  for (const [mine, theirs, isSo] of [
    [change('tim', 'tenant', { to: 9 }), leave('finn'), false],
    [change('tim', 'tenant', { to: 9 }), change('tim', 'tenant', { to: 8 }), true],
    [leave('tim'), change('tim', 'tenant', { to: 8 }), true],
    [add('tess', 'tenant'), leave('tess'), true],
    [leave('tim'), add('tim', 'contractor'), false],
  ] as const) {
    const { decision, form } = command(mine);
    const other = command(theirs);
    const overtakes =
      decision.type === 'decision' &&
      decision.overtakenBy.includes(other.decision.name) &&
      decision.isOvertaken?.(form, { name: other.decision.name, form: other.form }) === true;
    expect(overtakes).toBe(isSo);
  }
  expect(authority.log.length).toBe(1);
});

test('[M86] what the domain decides beside leaves the members as they are', () => {
  const { decide, facts } = registered();
  const before = facts();

  expect(decide('asha', { type: 'complete-job', record: id(1) }, 7)).toBe('not-allowed');
  expect(decide('finn', { type: 'complete-job', record: id(1) }, 7)).toBe('decided');
  expect(facts()).toEqual({ members: before.members, own: { doneAt: 7 } });
});

test('[M86] adopted facts are brought up part by part', () => {
  const plain = z.object({ id: z.string() });
  const box = memberKind('box', {
    title: 'Box',
    about: 'A box.',
    who: plain,
    roles: { owner: 'owns it' },
    manages: ['owner'],
    opens: () => true,
    own: {
      schema: z.object({ weight: z.number() }),
      version: 2,
      initial: { weight: 0 },
      upgrade: { 1: (own) => ({ weight: Number(own) }) },
    },
  });
  const boxes = defineModel({
    name: 'boxes',
    version: 1,
    title: 'Boxes',
    who: whoById(plain),
    kinds: [box],
    sections: [],
    decisions: memberDecisions(box),
  });
  const members = [{ who: 'tim', role: 'owner', from: 1, to: null }];
  const entry = { name: ADOPT, version: 1, record: id(1), form: { members, own: '7' }, who: null, at: 5 };

  expect(foldEntries(boxes, box, id(1), [entry])).toEqual({ type: 'facts', facts: { members, own: { weight: 7 } } });
  expect(foldEntries(boxes, box, id(1), [{ ...entry, form: { members: [{}], own: '7' } }]).type).toBe('not-understood');
});

const people = ['asha', 'tim', 'tess', 'finn'] as const;
const whoms = fc.constantFrom(...people);
const roles = fc.constantFrom('tenant', 'contractor', 'officer');
const ends = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null });
const commands: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ record: fc.constant(id(1)), type: fc.constant('add-job-member'), who: whoms, role: roles, to: ends }),
  fc.record({
    record: fc.constant(id(1)),
    type: fc.constant('change-job-member'),
    who: whoms,
    role: roles,
    as: fc.option(roles, { nil: null }),
    to: ends,
  }),
  fc.record({
    record: fc.constant(id(1)),
    type: fc.constant('leave-job'),
    who: whoms,
    role: fc.option(roles, { nil: null }),
  }),
  fc.constant<Json>({ record: id(1), type: 'complete-job' }),
);

test('[M70, M82] whatever is decided, somebody manages for ever, and what is pending is what will be told', () => {
  let decidedOnes = 0;
  const steps = fc.array(fc.record({ who: fc.oneof(fc.constant('asha' as const), whoms), json: commands }), {
    minLength: 20,
    maxLength: 20,
  });
  const tells = ({ states, known }: MemoryAuthority, who: string, at: number): Json => {
    const state = states.get(id(1));
    if (state === undefined) throw new Error('It was not registered.');
    return toldFacts(jobs, one(who).who, state, known, at);
  };
  fc.assert(
    fc.property(steps, (history) => {
      const { authority, facts } = registered();
      let at = 1;
      for (const { who, json } of history) {
        at += 1;
        const before = tells(authority, who, at);
        const shown = decisionPort(jobs, one(who), authority.known).fold(before, json, { principal: who, at });
        if (authority.decide(who, json, at).type === 'refused') continue;
        decidedOnes += 1;
        expect(shown).toEqual(tells(authority, who, at));
        for (const later of [at, at + 1, 1_000_000])
          expect(facts().members.some((each) => each.role === 'officer' && isMemberAt(each, later))).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
  expect(decidedOnes).toBeGreaterThan(500);
});
