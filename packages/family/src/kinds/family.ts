import { kind } from '@caseweave/model';
import { familyFactsSchema } from '../facts/family-facts.ts';
import { keysOfFamily } from '../facts/keys.ts';
import { principalSchema } from '../facts/principal.ts';
import { momentsOf } from '../facts/span.ts';
import { familyConditions } from '../rights/family-conditions.ts';
import { seats } from '../rights/seats.ts';
import { decidedFamily, pendingFamily } from '../seen/pending-family.ts';
import { describeFamily } from '../seen/describe-family.ts';
import { seesPractitioner } from '../seen/sees-practitioner.ts';

/** A family that early help works with. */
export const family = kind('family', {
  title: 'Family',
  many: 'Families',
  about: 'A family that early help works with, and the team around it.',
  who: principalSchema,
  facts: { schema: familyFactsSchema, version: 1 },
  seats,
  conditions: familyConditions,
  barred: ({ id }, { facts }) => facts.barred.includes(id),
  index: {
    keys: keysOfFamily,
    moments: ({ team, grants }) => momentsOf([...team, ...grants]),
    links: ({ persons }) => persons.map(({ person }) => person),
    // Not whom it is closed to: that an id may be written somewhere would tell it.
    people: ({ lead, team, grants, socialCareOpenTo }) => [
      ...new Set([
        ...(lead === null ? [] : [lead]),
        ...team.map(({ principal }) => principal),
        ...grants.map(({ principal }) => principal),
        ...socialCareOpenTo,
      ]),
    ],
  },
  seen: { facts: describeFamily, who: seesPractitioner, decided: decidedFamily, pending: pendingFamily },
});
