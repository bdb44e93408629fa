import { agencyKinds, type Principal, roles } from '@caseweave/family';
import fc from 'fast-check';
import { facts, type Flat, personFacts } from '../records.ts';
import { at, familySections, personSections } from './fixtures.ts';

const acts = ['read', 'write', 'append'] as const;
const sections = [...familySections, ...personSections];

const who = fc.constantFrom('me', 'other');
const hub = fc.constantFrom('bilston', 'tettenhall', null);
const time = fc.integer({ min: 0, max: 2 * at });
const span = fc.record({ from: time, to: fc.option(time) });
export const aPrincipal: fc.Arbitrary<Principal> = fc.record({
  id: fc.constant('me'),
  kind: fc.constantFrom('practitioner', 'family-adult', 'young-person'),
  agency: fc.option(
    fc.record({ id: fc.constantFrom('agency-of-me', 'other'), kind: fc.constantFrom(...agencyKinds.codes) }),
  ),
  roles: fc.uniqueArray(fc.constantFrom(...roles.codes), { maxLength: 3 }),
  hub,
  person: fc.constantFrom('child', 'mother', 'father'),
});
const grants: fc.Arbitrary<Flat['grants']> = fc.array(
  fc
    .tuple(fc.record({ principal: who, section: fc.constantFrom(...sections), act: fc.constantFrom(...acts) }), span)
    .map(([grant, times]) => ({ ...grant, ...times })),
  { maxLength: 4 },
);
export const aFamily: fc.Arbitrary<Flat> = fc
  .record({
    hub,
    lead: fc.option(who),
    team: fc.array(
      fc.tuple(who, span).map(([principal, times]) => ({ principal, ...times })),
      { maxLength: 3 },
    ),
    grants,
    barred: fc.array(who, { maxLength: 1 }),
    socialCareOpenTo: fc.array(who, { maxLength: 1 }),
    persons: fc.array(
      fc.record({
        person: fc.constantFrom('child', 'mother', 'father'),
        role: fc.constantFrom('child', 'adult'),
        household: fc.constantFrom('home', 'elsewhere', null),
      }),
      { maxLength: 3 },
    ),
  })
  .map((more) => facts(more));
export const aPerson: fc.Arbitrary<Flat> = fc
  .record({
    families: fc.array(aFamily, { maxLength: 2 }),
    protectedLocation: fc.boolean(),
    voiceAudience: fc.array(who),
    grants,
    barred: fc.array(who, { maxLength: 1 }),
  })
  .map(({ families, ...more }) => personFacts(families, more));
export const aRecord = fc.oneof(aFamily, aPerson);
export const anAct = fc.constantFrom(...acts);
export const aSection = fc.constantFrom(...sections);
