import type { Principal } from '@caseweave/family';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actsOn, may } from '../early-help.ts';
import { practitioner } from '../people.ts';
import { facts, type Flat, member, personFacts } from '../records.ts';
import { aFamily, anAct, aPerson, aPrincipal, aRecord, aSection } from './arbitraries.ts';
import { at, familySections, personSections } from './fixtures.ts';

test('[A1] who has no place and no grant may do nothing', () => {
  fc.assert(
    fc.property(aPrincipal, aRecord, anAct, aSection, (principal, record, act, section) => {
      expect(may({ ...principal, id: 'nobody', hub: null, person: 'nobody' }, act, section, record, at)).toBe(false);
    }),
  );
});

test('[A1] a section that does not exist, or belongs to another kind of record, is not allowed', () => {
  fc.assert(
    fc.property(aPrincipal, aRecord, anAct, fc.oneof(fc.string(), aSection), (principal, record, act, section) => {
      const belongs = (record.kind === 'family' ? familySections : personSections).some((name) => name === section);
      fc.pre(!belongs);
      expect(may(principal, act, section, record, at)).toBe(false);
    }),
  );
});

test('[A3] barred beats all, also through the records of the family’s people', () => {
  fc.assert(
    fc.property(aPrincipal, aPerson, aFamily, anAct, aSection, (principal, person, family, act, section) => {
      const barred = [...family.barred, 'me'];
      expect(may(principal, act, section, { ...family, barred }, at)).toBe(false);
      expect(
        may(principal, act, section, { ...person, families: [...person.families, { ...family, barred }] }, at),
      ).toBe(false);
    }),
  );
});

test('[A4] where a protected person is, nobody reads who is not named', () => {
  fc.assert(
    fc.property(aPrincipal, aPerson, (principal, person) => {
      const record = { ...person, protectedLocation: true };
      const isNamed = record.grants.some(
        (grant) =>
          grant.principal === 'me' &&
          grant.section === 'person.location' &&
          grant.from <= at &&
          (grant.to === null || at < grant.to),
      );
      if (actsOn(principal, 'person.location', record, at).read) expect(isNamed).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('[A4] protecting a place takes rights away and gives none', () => {
  fc.assert(
    fc.property(aPrincipal, aPerson, anAct, (principal, person, act) => {
      const now = may(principal, act, 'person.location', { ...person, protectedLocation: true }, at);
      if (now) expect(may(principal, act, 'person.location', { ...person, protectedLocation: false }, at)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('[A4] a named practitioner reads a protected place, and a parent outside the household does not though named', () => {
  const grant = { principal: 'me', section: 'person.location', act: 'read' as const, from: 0, to: null };
  const family = facts({
    lead: 'lead',
    persons: [
      { person: 'child', role: 'child', household: 'refuge' },
      { person: 'father', role: 'adult', household: 'elsewhere' },
    ],
  });
  const record = personFacts([family], { protectedLocation: true, grants: [grant] });
  expect(may(practitioner('me', 'police'), 'read', 'person.location', record, at)).toBe(true);
  expect(may(practitioner('lead', 'la_early_help'), 'read', 'person.location', record, at)).toBe(false);
  const father: Principal = { id: 'me', kind: 'family-adult', agency: null, roles: [], hub: null, person: 'father' };
  expect(may(father, 'read', 'person.location', record, at)).toBe(false);
});

test('[A7] a place in the team, and a grant, begin and end', () => {
  const school = practitioner('me', 'school');
  const record = facts({ team: [member('me', 10, 20)] });
  expect([9, 10, 19, 20].map((moment) => may(school, 'read', 'plan.shared', record, moment))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const police = practitioner('me', 'police');
  const named = facts({
    grants: [{ principal: 'me', section: 'safety.intelligence', act: 'write', from: 10, to: 20 }],
  });
  expect([9, 10, 19, 20].map((moment) => may(police, 'write', 'safety.intelligence', named, moment))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('[A7] after the end of a membership nothing is left of it', () => {
  fc.assert(
    fc.property(aPrincipal, aRecord, anAct, aSection, (principal, record, act, section) => {
      const ended = (of: Flat): Flat => ({
        ...of,
        lead: null,
        socialCareOpenTo: [],
        team: of.team.map((member) => ({ ...member, to: at })),
        grants: of.grants.map((grant) => ({ ...grant, to: at })),
        families: of.families.map(ended),
      });
      const staff = { ...principal, kind: 'practitioner' as const, hub: null };
      expect(may(staff, act, section, ended(record), at)).toBe(false);
    }),
  );
});

test('[A8] notes are those of one’s own agency', () => {
  const record = facts({ lead: 'me', team: [member('me')] });
  const nurse = practitioner('me', 'health_visiting');
  expect(may(nurse, 'write', 'notes.agency-of-me', record, at)).toBe(true);
  expect(may(nurse, 'read', 'notes.agency-of-another', record, at)).toBe(false);
  expect(may({ ...nurse, agency: null }, 'read', 'notes.agency-of-me', record, at)).toBe(false);
});

test('[A9] writing holds adding, adding holds reading, and both ways of asking agree', () => {
  fc.assert(
    fc.property(aPrincipal, aRecord, aSection, (principal, record, section) => {
      const allowed = actsOn(principal, section, record, at);
      if (allowed.write) expect(allowed.append).toBe(true);
      if (allowed.append) expect(allowed.read).toBe(true);
      for (const act of ['read', 'write', 'append'] as const)
        expect(may(principal, act, section, record, at)).toBe(allowed[act]);
    }),
    { numRuns: 300 },
  );
});

test('[A11] a person in two families is reached through either, and each household keeps its own', () => {
  const mothers = facts({
    record: 'one',
    team: [member('nurse')],
    persons: [
      { person: 'child', role: 'child', household: 'home' },
      { person: 'mother', role: 'adult', household: 'home' },
    ],
  });
  const fathers = facts({
    record: 'two',
    team: [member('teacher')],
    persons: [
      { person: 'child', role: 'child', household: null },
      { person: 'father', role: 'adult', household: 'elsewhere' },
    ],
  });
  const record = personFacts([mothers, fathers]);
  expect(may(practitioner('nurse', 'health_visiting'), 'read', 'person.identity', record, at)).toBe(true);
  expect(may(practitioner('teacher', 'school'), 'read', 'person.identity', record, at)).toBe(true);
  const adult = (person: string): Principal => ({
    id: 'me',
    kind: 'family-adult',
    agency: null,
    roles: [],
    hub: null,
    person,
  });
  expect(may(adult('mother'), 'read', 'person.location', record, at)).toBe(true);
  expect(may(adult('father'), 'read', 'person.location', record, at)).toBe(false);
  expect(may(adult('father'), 'read', 'person.identity', record, at)).toBe(false);
});
