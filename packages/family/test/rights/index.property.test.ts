import { earlyHelp } from '@caseweave/family';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actsOn } from '../early-help.ts';
import { knowing, practitioner } from '../people.ts';
import { facts, type Flat, member, personFacts, stateOf } from '../records.ts';
import { aFamily, aPerson, aPrincipal, aRecord, aSection } from './arbitraries.ts';
import { at } from './fixtures.ts';

const indexOf = (record: Flat) => earlyHelp.kinds.get(record.kind)?.index;
const keysOf = (record: Flat) => indexOf(record)?.keys(stateOf(record)) ?? [];
const momentsOf = (record: Flat): readonly number[] =>
  [record, ...record.families].flatMap((one) => indexOf(one)?.moments(stateOf(one).facts) ?? []);

test('[A12] whoever may do something at a record shares a key with it', () => {
  fc.assert(
    fc.property(aPrincipal, aRecord, (who, record) => {
      const keys = keysOf(record);
      const mine = earlyHelp.who.keys(who);
      if (earlyHelp.readsSome(who, stateOf(record), knowing([who]), at))
        expect(mine.some((key) => keys.includes(key))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('[A12] a person has the keys of their families', () => {
  fc.assert(
    fc.property(aFamily, aPerson, (family, person) => {
      const keys = keysOf({ ...person, families: [family] });
      expect(keysOf(family).filter((key) => !keys.includes(key))).toEqual([]);
    }),
  );
  const record = facts({ hub: 'east', lead: 'lead', persons: [{ person: 'child', role: 'child', household: null }] });
  expect(keysOf(record)).toEqual(['p:lead', 'n:child', 'h:east']);
  expect(keysOf(personFacts([record], { voiceAudience: ['heard'] }))).toEqual([
    'p:heard',
    'n:child',
    'p:lead',
    'h:east',
  ]);
  const manager = practitioner('me', 'gp', { hub: 'east', roles: ['manager'] });
  expect(earlyHelp.who.keys(manager)).toEqual(['p:me', 'h:east']);
  expect(earlyHelp.who.keys({ ...manager, roles: [], person: 'child' })).toEqual(['p:me', 'n:child']);
});

test('[A13] between the moments of a record no right changes by itself', () => {
  fc.assert(
    fc.property(aPrincipal, aRecord, aSection, (who, record, section) => {
      const spans = [record, ...record.families].flatMap(({ team, grants }) => [...team, ...grants]);
      const changes = new Set(momentsOf(record));
      for (const time of [...spans.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])]), at]) {
        if (changes.has(time)) continue;
        expect(actsOn(who, section, record, time)).toEqual(actsOn(who, section, record, time - 1));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('[A13] an end that was decided when it came is no moment', () => {
  const ended = { ...member('school', 0, 20), isEnded: true as const };
  const grant = { principal: 'officer', section: 'safety.intelligence', act: 'read' as const, from: 0, to: 30 };
  const record = facts({ team: [member('idva', 0, 10), ended, member('lead')], grants: [grant] });
  expect(momentsOf(record).filter((moment) => moment > 0)).toEqual([10, 30]);
  expect(momentsOf(personFacts([record], { grants: [{ ...grant, to: 40 }] })).filter((moment) => moment > 0)).toEqual([
    40, 10, 30,
  ]);
});

test('[A13] a time in a team that is to begin has a moment for it', () => {
  const record = facts({ team: [member('idva', 10), member('lead')] });

  expect(momentsOf(record)).toContain(10);
});

test('[A11] a family is linked to its people, and names those who work with it, not whom it is closed to', () => {
  const record = facts({
    lead: 'lead',
    team: [member('school')],
    barred: ['relative'],
    socialCareOpenTo: ['worker'],
    persons: [{ person: 'child', role: 'child', household: null }],
    grants: [{ principal: 'officer', section: 'safety.intelligence', act: 'read', from: 0, to: null }],
  });
  const index = indexOf(record);
  expect(index?.links(stateOf(record).facts)).toEqual(['child']);
  expect(index?.people(stateOf(record).facts)).toEqual(['lead', 'school', 'officer', 'worker']);
  const person = personFacts([record], { barred: ['relative'], voiceAudience: ['heard'] });
  expect(indexOf(person)?.links(stateOf(person).facts)).toEqual([]);
  expect(indexOf(person)?.people(stateOf(person).facts)).toEqual(['heard']);
});
