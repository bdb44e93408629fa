import { decision, group, type Kind, line } from '@caseweave/model';
import type { Grant } from '../facts/grant.ts';
import type { Principal } from '../facts/principal.ts';
import { ended } from '../facts/span.ts';
import { family } from '../kinds/family.ts';
import { person } from '../kinds/person.ts';
import { principal } from './form-values.ts';
import { someone } from './naming.ts';

const endAccess = <
  KindName extends string,
  Facts extends { readonly grants: readonly Grant[] },
  SeatName extends string,
  ConditionName extends string,
  const Name extends string,
>(
  of: Kind<KindName, Principal, Facts, SeatName, ConditionName>,
  name: Name,
  grant: string,
) =>
  decision(of, name, {
    title: `Take back what a grant opened of the ${of.name}`,
    by: 'whoever runs the authority',
    version: 1,
    form: group({ principal: principal({ label: 'From whom' }), section: line({ label: 'Section', longest: 64 }) }),
    refusals: {},
    people: ({ principal: id }) => [id],
    byAuthority: true,
    may: () => false,
    check: () => null,
    fold: (facts, { principal: id, section }, { at }) => ({
      ...facts,
      grants: facts.grants.map((one) => (one.principal === id && one.section === section ? ended(one, at) : one)),
    }),
    undoneBy: [grant],
    overtakenBy: [],
    words: ({ principal: id }, names) => `${someone(names, id)} is named in a grant no longer`,
    stands: () => null,
    told: () => null,
  });

/** Takes back what a grant opened of a family. Decided by whoever runs the authority. */
export const endFamilyAccess = endAccess(family, 'end-family-access', 'grant-family-access');

/** Takes back what a grant opened of a person. Decided by whoever runs the authority. */
export const endPersonAccess = endAccess(person, 'end-person-access', 'grant-person-access');
