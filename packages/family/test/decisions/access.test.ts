import { earlyHelp } from '@caseweave/family';
import { carryOut, judgeCommand, withoutNames } from '@caseweave/model';
import { describe, expect, test } from 'vitest';
import { knowing, practitioner } from '../people.ts';
import { facts, personFacts, stateOf } from '../records.ts';
import { child, commandOf, type EarlyHelpJson, family } from './fixtures.ts';

const kinds = {
  family: stateOf(facts({ record: family, lead: 'lead' })),
  person: stateOf(personFacts([facts()], { record: child })),
};
const police = practitioner('officer', 'police');
const known = knowing([police, practitioner('lead', 'la_early_help')]);

/** Decides something for whoever runs the authority, whose right nobody asks. */
function decide(kind: keyof typeof kinds, json: Omit<EarlyHelpJson, 'record'>, at: number, before = kinds[kind]) {
  const command = commandOf({ ...json, record: before.record } as EarlyHelpJson);
  const judging = { who: null, state: before, at, known, since: [], names: withoutNames };
  const refusal = judgeCommand(earlyHelp, command, judging);
  if (refusal !== null) return refusal;
  return carryOut(earlyHelp, command, before, { who: null, at }).state as typeof before;
}

const open = (outcome: ReturnType<typeof decide>) => {
  if ('code' in outcome) throw new Error(outcome.code);
  return outcome;
};

describe.each([
  { kind: 'family', section: 'safety.intelligence' },
  { kind: 'person', section: 'person.location' },
] as const)('of a $kind', ({ kind, section }) => {
  const grant = { type: `grant-${kind}-access`, principal: 'officer', section, act: 'read' };

  test('[D12] a grant opens a section from then on, until its end or until it is taken back', () => {
    const granted = open(decide(kind, { ...grant, until: 20 }, 10));
    const reads = (state: typeof granted, at: number) => earlyHelp.may(police, 'read', section, state, at);
    expect([9, 10, 19, 20].map((at) => reads(granted, at))).toEqual([false, true, true, false]);
    expect(earlyHelp.kinds.get(kind)?.index.moments(granted.facts)).toEqual([10, 20]);

    const end = { type: `end-${kind}-access`, principal: 'officer', section };
    const taken = open(decide(kind, end, 15, granted));
    expect([14, 15].map((at) => reads(taken, at))).toEqual([true, false]);
    // It ended when that was decided: nothing is left that will end by itself.
    expect(earlyHelp.kinds.get(kind)?.index.moments(taken.facts)).toEqual([10]);
  });

  test('[D12] a grant to nobody, or until a day that has passed, is refused', () => {
    expect(decide(kind, { ...grant, principal: 'nobody' }, 10)).toMatchObject({ code: 'no-such-person' });
    expect(decide(kind, { ...grant, until: 10 }, 10)).toMatchObject({ code: 'past' });
  });

  test('[D12] who is barred may do nothing there, once or twice barred', () => {
    const barred = open(decide(kind, { type: `bar-from-${kind}`, principal: 'officer' }, 10));
    const twice = open(decide(kind, { type: `bar-from-${kind}`, principal: 'officer' }, 11, barred));
    expect(twice.facts).toEqual(barred.facts);
    expect(earlyHelp.may(police, 'read', section, open(decide(kind, grant, 12, twice)), 13)).toBe(false);
  });
});

test('[D12] where a person is, is protected and open again', () => {
  const lead = practitioner('lead', 'la_early_help');
  const person = stateOf(personFacts([facts({ lead: 'lead' })], { record: child }));
  const protectedOne = open(decide('person', { type: 'protect-location', isProtected: true }, 10, person));
  expect(earlyHelp.may(lead, 'read', 'person.location', protectedOne, 11)).toBe(false);
  const again = open(decide('person', { type: 'protect-location', isProtected: false }, 12, protectedOne));
  expect(earlyHelp.may(lead, 'read', 'person.location', again, 13)).toBe(true);
});

test('[D12] a lead is appointed, and is in the team by that', () => {
  const appoint = { type: 'appoint-lead', principal: 'officer' };
  const led = open(decide('family', appoint, 10));
  expect(led.facts).toMatchObject({ lead: 'officer' });
  expect(earlyHelp.may(police, 'write', 'plan.shared', led, 11)).toBe(true);
  expect(decide('family', appoint, 11, led)).toMatchObject({ code: 'already' });
  expect(decide('family', { type: 'appoint-lead', principal: 'nobody' }, 11, led)).toMatchObject({
    code: 'cannot-join',
    stands: 'A practitioner leads the work with the family.',
  });
  expect(open(decide('family', { type: 'appoint-lead', principal: null }, 12, led)).facts).toMatchObject({
    lead: null,
  });
});
