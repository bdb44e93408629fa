import { coded, decision, group, type Kind, line, moment, optional } from '@caseweave/model';
import { accessLevels } from '../code-lists/access-levels.ts';
import type { Grant } from '../facts/grant.ts';
import type { Principal } from '../facts/principal.ts';
import { family } from '../kinds/family.ts';
import { person } from '../kinds/person.ts';
import { principal } from './form-values.ts';
import { someone, untilWords } from './naming.ts';
import { refusals } from './refusals.ts';

const grantAccess = <
  KindName extends string,
  Facts extends { readonly grants: readonly Grant[] },
  SeatName extends string,
  ConditionName extends string,
  const Name extends string,
>(
  of: Kind<KindName, Principal, Facts, SeatName, ConditionName>,
  name: Name,
  end: string,
) =>
  decision(of, name, {
    title: `Open a section of the ${of.name} to somebody`,
    by: 'whoever runs the authority',
    version: 1,
    form: group({
      principal: principal({ label: 'To whom' }),
      section: line({ label: 'Section', longest: 64 }),
      act: coded(accessLevels, { label: 'How much' }),
      until: optional(moment({ label: 'Until' })),
    }),
    refusals: { past: refusals.past, 'no-such-person': 'There is nobody of that name who signs in. Look them up.' },
    people: ({ principal: id }) => [id],
    byAuthority: true,
    may: () => false,
    check(_facts, { principal: id, until = null }, { at }, known) {
      if (until !== null && until <= at) return 'past';
      return known.who(id) === null ? 'no-such-person' : null;
    },
    fold: (facts, { principal: id, section, act, until = null }, { at }) => ({
      ...facts,
      grants: [
        ...facts.grants.filter((one) => !isSame(one, { principal: id, section, act, from: at })),
        { principal: id, section, act, from: at, to: until },
      ],
    }),
    undoneBy: [end],
    overtakenBy: [],
    words: ({ principal: id, until }, names) => `${someone(names, id)} is named in a grant${untilWords(until)}`,
    stands: () => null,
    told: () => null,
  });

type GivenThen = Pick<Grant, 'principal' | 'section' | 'act' | 'from'>;

const isSame = (one: GivenThen, other: GivenThen): boolean =>
  one.principal === other.principal &&
  one.section === other.section &&
  one.act === other.act &&
  one.from === other.from;

/** Opens a section of a family to somebody by name. Decided by whoever runs the authority. */
export const grantFamilyAccess = grantAccess(family, 'grant-family-access', 'end-family-access');

/** Opens a section of a person to somebody by name. Decided by whoever runs the authority. */
export const grantPersonAccess = grantAccess(person, 'grant-person-access', 'end-person-access');
