import { actsOn, type Principal, seesPractitioner } from '@caseweave/family';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actsOn as actsNow, sees } from '../early-help.ts';
import type { Flat } from '../records.ts';
import { aFamily, aPerson, aPrincipal, aRecord, aSection } from '../rights/arbitraries.ts';
import { at } from '../rights/fixtures.ts';

const moment = fc.integer({ min: 0, max: 2 * at });

test('rights are those of before', () => {
  fc.assert(
    fc.property(aPrincipal, aRecord, aSection, moment, (who, record, section, when) => {
      expect(actsNow(who, section, record, when)).toEqual(actsOn(who, section, record, when));
    }),
    { numRuns: 2_000 },
  );
});

const anId = fc.constantFrom('me', 'other', 'idva');
const other: fc.Arbitrary<Principal> = fc
  .tuple(aPrincipal, fc.constantFrom('other', 'idva'))
  .map(([who, name]) => ({ ...who, id: name }));
const aListed: fc.Arbitrary<Flat> = fc
  .tuple(aFamily, fc.array(fc.record({ principal: anId, visibleTo: fc.option(fc.array(anId, { maxLength: 2 })) })))
  .map(([family, listed]) => ({
    ...family,
    team: [...family.team, ...listed.map((one) => ({ from: 0, to: null, ...one }))],
  }));

test('who is seen around a family is as before; around a person, nobody less', () => {
  fc.assert(
    fc.property(aPrincipal, other, aListed, aPerson, moment, (reader, one, family, person, when) => {
      expect(sees(reader, one, family, when)).toBe(seesPractitioner(reader, one, family, when));
      const around = { ...person, families: [family, ...person.families] };
      if (seesPractitioner(reader, one, around, when)) expect(sees(reader, one, around, when)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
