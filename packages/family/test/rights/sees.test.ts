import {
  describeRecord,
  hiddenPractitioner,
  type Principal,
  type RecordFacts,
  seenDecision,
  seesHub,
  seesPerson,
  seesPractitioner,
} from '@caseweave/family';
import { expect, test } from 'vitest';
import { allocate, child, join, leave, mother, register } from '../decisions/fixtures.ts';
import { at, facts, member, personFacts, practitioner } from './fixtures.ts';

const idva = practitioner('idva', 'domestic_abuse');
const school = practitioner('school', 'school');
const lead = practitioner('lead', 'la_early_help');
const manager = practitioner('boss', 'la_early_help', { roles: ['manager'], hub: 'bilston' });
const adult = (person: string): Principal => ({
  id: `u-${person}`,
  kind: 'family-adult',
  agency: null,
  roles: [],
  hub: null,
  person,
});
const mum = adult(mother);
const dad = adult('father');
const family = (more: Partial<RecordFacts> = {}) =>
  facts({
    lead: 'lead',
    team: [member('lead'), member('school'), member('idva')],
    persons: [
      { person: mother, role: 'adult', household: 'home' },
      { person: child, role: 'child', household: 'home' },
      { person: 'father', role: 'adult', household: 'elsewhere' },
    ],
    ...more,
  });

test('[V1] an agency whose part tells of a need is hidden from the family, not from practitioners', () => {
  for (const reader of [mum, dad]) expect(seesPractitioner(reader, idva, family(), at)).toBe(false);
  for (const reader of [school, lead, manager, idva]) expect(seesPractitioner(reader, idva, family(), at)).toBe(true);
  for (const reader of [mum, school]) expect(seesPractitioner(reader, school, family(), at)).toBe(true);
});

test("[V1] a member's own list counts instead: it hides from practitioners, and lets one of the family know", () => {
  const decided = family({ team: [{ ...member('idva'), visibleTo: [mum.id] }, member('school')] });
  expect(seesPractitioner(mum, idva, decided, at)).toBe(true);
  for (const reader of [dad, school]) expect(seesPractitioner(reader, idva, decided, at)).toBe(false);
  for (const reader of [lead, manager, idva]) expect(seesPractitioner(reader, idva, decided, at)).toBe(true);
});

test('[V1] who has left is as hidden as they were', () => {
  const decided = family({ team: [{ ...member('housing', 0, 1), visibleTo: [] }] });
  expect(seesPractitioner(school, practitioner('housing', 'housing'), decided, at)).toBe(false);
});

test('[V1] the lead is known to everyone, whatever their agency', () => {
  expect(seesPractitioner(dad, idva, family({ lead: 'idva' }), at)).toBe(true);
});

test('[V1] around a person, each of their families must allow it', () => {
  const hidden = family({ team: [{ ...member('idva'), visibleTo: [] }] });
  expect(seesPractitioner(school, idva, personFacts([family(), hidden]), at)).toBe(false);
  expect(seesPractitioner(school, idva, personFacts([family()]), at)).toBe(true);
  expect(seesPractitioner(dad, idva, personFacts([family()]), at)).toBe(false);
});

test('[V2] the hub of a family with a protected person is as hidden as their address', () => {
  const decided = family();
  const person = (more: Partial<RecordFacts>) => personFacts([decided], { record: mother, ...more });
  const hidden = person({ protectedLocation: true });
  for (const reader of [school, dad, mum]) {
    expect(seesHub(reader, decided, [person({})], at)).toBe(true);
    expect(seesHub(reader, decided, [hidden], at)).toBe(false);
  }
  for (const reader of [lead, manager]) expect(seesHub(reader, decided, [hidden], at)).toBe(true);
  const grants = [{ principal: 'school', section: 'person.location', act: 'read' as const, from: 0, to: null }];
  expect(seesHub(school, decided, [person({ protectedLocation: true, grants })], at)).toBe(true);
});

test('[V3] a person is in a family for those who may read something of them', () => {
  const person = personFacts([family()], { record: child });
  expect([school, mum, dad].map((reader) => seesPerson(reader, person, at))).toEqual([true, true, false]);
});

test('[D9] a decision is told without what its reader may not know', () => {
  const decided = family();
  const around = {
    facts: decided,
    practitioner: (id: string) => [idva, school, lead].find((one) => one.id === id),
    person: (id: string) => (id === child || id === mother ? personFacts([decided], { record: id }) : undefined),
  };
  const tell = (reader: Principal, command: Parameters<typeof seenDecision>[1]['command'], by = lead) =>
    seenDecision(reader, { key: 'k', command, by: { principal: by, name: `Name of ${by.id}` }, at }, around);

  expect(tell(mum, join('idva'))).toBeNull();
  expect(tell(mum, leave('idva'))).toBeNull();
  expect(tell(school, { ...join('idva'), visibleTo: ['canary'] } as ReturnType<typeof join>)).toEqual({
    key: 'k',
    command: join('idva'),
    by: { id: 'lead', name: 'Name of lead' },
    at,
  });
  expect(tell(mum, leave('school'), idva)?.by).toEqual(hiddenPractitioner);
  const registered = tell(school, {
    ...register('lead', 'east'),
    sections: [{ record: child, name: 'person.identity', section: mother }],
  } as ReturnType<typeof register>);
  expect(registered?.command).toMatchObject({
    hub: 'east',
    persons: [{ person: child, household: null }],
    sections: [],
  });
  const asDad = tell(dad, register('lead', 'east'));
  expect(asDad?.command).toMatchObject({ persons: [] });
  expect(JSON.stringify(asDad)).not.toContain(child);

  const protectedPerson = personFacts([decided], { record: mother, protectedLocation: true });
  const withProtected = { ...around, person: () => protectedPerson };
  const taken = { key: 'k', command: allocate('east'), by: { principal: lead, name: 'Lead' }, at };
  expect(seenDecision(school, taken, withProtected)).toBeNull();
  expect(seenDecision(lead, taken, withProtected)).not.toBeNull();
});

test('[V1] a member of whom somebody in the family may not know is told as hidden from it, whoever is told', () => {
  const listed = { ...member('school'), visibleTo: ['mum'] };
  const decided = family({ team: [member('lead'), listed, member('idva')] });
  const hidden = (facts: RecordFacts, reader: Principal) => {
    const around = {
      practitioner: (id: string) => {
        const principal = [idva, school, lead].find((one) => one.id === id);
        return principal === undefined ? undefined : { principal, name: id, agencyName: null };
      },
      person: () => undefined,
      hubName: () => undefined,
    };
    const told = describeRecord(reader, { facts, status: 'open' }, around, at);
    return 'team' in told ? told.team.flatMap(({ id, hiddenFromFamily }) => (hiddenFromFamily ? [id] : [])) : [];
  };
  expect(hidden(decided, lead).toSorted()).toEqual(['idva', 'school']);
  expect(hidden(family({ team: [member('lead'), member('school')] }), lead)).toEqual([]);
  // The lead is known to all, of whatever agency.
  expect(hidden(family({ lead: 'idva', team: [member('idva')] }), manager)).toEqual([]);
});
