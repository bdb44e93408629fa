import { kind } from '@caseweave/model';
import { familiesAround } from '../facts/family-facts.ts';
import { keysOfPerson } from '../facts/keys.ts';
import { personFactsSchema } from '../facts/person-facts.ts';
import { principalSchema } from '../facts/principal.ts';
import { momentsOf, isCurrent } from '../facts/span.ts';
import { personConditions } from '../rights/person-conditions.ts';
import { seats } from '../rights/seats.ts';
import { describePerson, pendingPerson } from '../seen/describe-person.ts';
import { seesPractitioner } from '../seen/sees-practitioner.ts';

/** A person of a family. */
export const person = kind('person', {
  title: 'Person',
  many: 'People',
  about: 'A child or an adult of one family or several, through which their record is reached.',
  who: principalSchema,
  facts: { schema: personFactsSchema, version: 1 },
  seats: {
    ...seats,
    named: {
      says: 'is named in a grant',
      holds: ({ id }, { facts }, at) => facts.grants.some((grant) => grant.principal === id && isCurrent(grant, at)),
    },
  },
  conditions: personConditions,
  // Whom one family's record is closed to must not learn of it through the records of its people.
  barred: ({ id }, state) =>
    state.facts.barred.includes(id) || familiesAround(state).some(({ facts }) => facts.barred.includes(id)),
  index: {
    keys: keysOfPerson,
    moments: ({ grants }) => momentsOf(grants),
    links: () => [],
    people: ({ grants, voiceAudience }) => [
      ...new Set([...grants.map(({ principal }) => principal), ...voiceAudience]),
    ],
  },
  seen: { facts: describePerson, who: seesPractitioner, decided: () => null, pending: pendingPerson },
});
