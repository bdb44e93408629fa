import { type DescribedFamily, earlyHelp, type Principal } from '@caseweave/family';
import { toldDecision } from '@caseweave/model';
import { expect, test } from 'vitest';
import {
  allocate,
  child,
  commandOf,
  type EarlyHelpJson,
  join,
  leave,
  mother,
  register,
} from '../decisions/fixtures.ts';
import { sees, told } from '../early-help.ts';
import { knowing, practitioner } from '../people.ts';
import { facts, type Flat, member, personFacts, stateOf } from '../records.ts';
import { at } from './fixtures.ts';

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
const family = (more: Partial<Flat> = {}) =>
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
  for (const reader of [mum, dad]) expect(sees(reader, idva, family(), at)).toBe(false);
  for (const reader of [school, lead, manager, idva]) expect(sees(reader, idva, family(), at)).toBe(true);
  for (const reader of [mum, school]) expect(sees(reader, school, family(), at)).toBe(true);
});

test("[V1] a member's own list counts instead: it hides from practitioners, and lets one of the family know", () => {
  const decided = family({ team: [{ ...member('idva'), visibleTo: [mum.id] }, member('school')] });
  for (const around of [decided, personFacts([decided])]) {
    expect(sees(mum, idva, around, at)).toBe(true);
    for (const reader of [dad, school]) expect(sees(reader, idva, around, at)).toBe(false);
    for (const reader of [lead, manager, idva]) expect(sees(reader, idva, around, at)).toBe(true);
  }
});

test('[V1] who has left is as hidden as they were', () => {
  const decided = family({ team: [{ ...member('housing', 0, 1), visibleTo: [] }] });
  expect(sees(school, practitioner('housing', 'housing'), decided, at)).toBe(false);
});

test('[V1] the lead is known to everyone, whatever their agency, around the people of the family too', () => {
  const decided = family({ lead: 'idva' });
  expect([decided, personFacts([decided])].map((around) => sees(dad, idva, around, at))).toEqual([true, true]);
});

test('[V1] around a person, each of their families must allow it', () => {
  const hidden = family({ team: [{ ...member('idva'), visibleTo: [] }] });
  expect(sees(school, idva, personFacts([family(), hidden]), at)).toBe(false);
  expect(sees(school, idva, personFacts([family()]), at)).toBe(true);
  expect(sees(dad, idva, personFacts([family()]), at)).toBe(false);
  // Of somebody who is in no family yet, the agency alone tells.
  expect([school, dad].map((reader) => sees(reader, idva, personFacts([]), at))).toEqual([true, false]);
});

const describe = (reader: Principal, decided: Flat, persons: readonly Flat[]) =>
  told(reader, decided, at, knowing([idva, school, lead], persons)) as DescribedFamily;

test('[V2] the hub of a family with a protected person is as hidden as their address', () => {
  const decided = family();
  const person = (more: Partial<Flat>) => personFacts([decided], { record: mother, ...more });
  const hubFor = (reader: Principal, who: Flat) => describe(reader, decided, [who]).hub?.id ?? null;
  const hidden = person({ protectedLocation: true });
  for (const reader of [school, dad, mum]) {
    expect(hubFor(reader, person({}))).toBe('bilston');
    expect(hubFor(reader, hidden)).toBeNull();
  }
  for (const reader of [lead, manager]) expect(hubFor(reader, hidden)).toBe('bilston');
  const grants = [{ principal: 'school', section: 'person.location', act: 'read' as const, from: 0, to: null }];
  expect(hubFor(school, person({ protectedLocation: true, grants }))).toBe('bilston');
});

test('[V3] a person is in a family for those who may read something of them', () => {
  const person = personFacts([family()], { record: child });
  const names = (reader: Principal) => describe(reader, family(), [person]).persons.map((one) => one.person);
  expect([school, mum, dad].map(names)).toEqual([[child], [child], []]);
});

test('[V3] what of a person may be read follows from the rights in force', () => {
  const rights = Object.fromEntries(
    Object.entries(earlyHelp.rights).map(([row, cells]) => [
      row,
      row.startsWith('person.') ? { ...cells, education: 'none' as const } : cells,
    ]),
  );
  const narrower = earlyHelp.with({ rights });
  const known = knowing([], [personFacts([family()], { record: child })]);
  const seen = narrower.kinds.get('family')?.seen.facts(school, stateOf(family()), known, at);
  expect(seen).toMatchObject({ persons: [] });
});

test('[D9] a decision is told without what its reader may not know', () => {
  const decided = family();
  const persons = [child, mother].map((record) => personFacts([decided], { record }));
  const tell = (reader: Principal, json: EarlyHelpJson, by = lead, known = knowing([idva, school, lead], persons)) =>
    toldDecision(
      earlyHelp,
      reader,
      { key: 'k', command: commandOf(json), by: { who: by, name: `Name of ${by.id}` }, at },
      stateOf(decided),
      known,
    );

  expect(tell(mum, join('idva'))).toBeNull();
  expect(tell(mum, leave('idva'))).toBeNull();
  expect(tell(school, { ...join('idva'), visibleTo: ['canary'] })).toEqual({
    key: 'k',
    command: join('idva'),
    by: { id: 'lead', name: 'Name of lead' },
    at,
  });
  expect(tell(mum, leave('school'), idva)?.by).toEqual({ id: 'practitioner', name: 'A practitioner' });
  const sections = [{ record: child, name: 'person.identity', section: 'AAAAAAAAAAAAAAAAAAAAAQ' }];
  expect(tell(school, { ...register('lead', 'east'), sections })?.command).toMatchObject({
    hub: 'east',
    persons: [{ person: child, household: null }],
    sections: [],
  });
  const asDad = tell(dad, register('lead', 'east'));
  expect(asDad?.command).toMatchObject({ persons: [] });
  expect(JSON.stringify(asDad)).not.toContain(child);

  const hidden = knowing([], [personFacts([decided], { record: mother, protectedLocation: true })]);
  expect(tell(school, allocate('east'), lead, hidden)).toBeNull();
  expect(tell(lead, allocate('east'), lead, hidden)).not.toBeNull();
});

test('[D9] what whoever runs the authority decides about access is told to nobody', () => {
  const person = stateOf(personFacts([family()]));
  const decisions = [
    { type: 'appoint-lead', principal: 'school' },
    { type: 'grant-family-access', principal: 'school', section: 'safety.intelligence', act: 'read' },
    { type: 'end-family-access', principal: 'school', section: 'safety.intelligence' },
    { type: 'bar-from-family', principal: 'school' },
    { type: 'grant-person-access', principal: 'school', section: 'person.location', act: 'read' },
    { type: 'end-person-access', principal: 'school', section: 'person.location' },
    { type: 'bar-from-person', principal: 'school' },
    { type: 'protect-location', isProtected: true },
  ];
  for (const one of decisions) {
    const command = commandOf({ ...one, record: child });
    const state = command.decision.kind === 'family' ? stateOf(family()) : person;
    const taken = { key: 'k', command, by: null, at };
    expect(toldDecision(earlyHelp, lead, taken, state, knowing([school]))).toBeNull();
  }
});

test('[V1] a member of whom somebody in the family may not know is told as hidden from it, whoever is told', () => {
  const listed = { ...member('school'), visibleTo: ['mum'] };
  const decided = family({ team: [member('lead'), listed, member('idva')] });
  const hidden = (flat: Flat, reader: Principal) =>
    describe(reader, flat, []).team.flatMap(({ id, hiddenFromFamily }) => (hiddenFromFamily ? [id] : []));
  expect(hidden(decided, lead).toSorted()).toEqual(['idva', 'school']);
  expect(hidden(family({ team: [member('lead'), member('school')] }), lead)).toEqual([]);
  // The lead is known to all, of whatever agency.
  expect(hidden(family({ lead: 'idva', team: [member('idva')] }), manager)).toEqual([]);
});
