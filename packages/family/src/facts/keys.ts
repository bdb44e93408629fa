import type { RecordState } from '@caseweave/model';
import type { FamilyFacts } from './family-facts.ts';
import { familiesAround } from './family-facts.ts';
import type { PersonState } from './person-facts.ts';
import { managedHub, type Principal } from './principal.ts';

/*
 * A key is a hub's managers (`h:`), somebody who signs in (`p:`), or a person of a family (`n:`): a superset of who may read
 * something. It only narrows the search; rights alone decide.
 */

/** The keys that somebody looks for records by. */
export const keysOf = (who: Principal): readonly string[] => {
  const hub = managedHub(who);
  return [
    `p:${who.id}`,
    ...(hub === null ? [] : [`h:${hub}`]),
    ...(who.person === undefined ? [] : [`n:${who.person}`]),
  ];
};

/** The keys of a family. */
export const keysOfFamily = ({ facts }: RecordState<FamilyFacts>): readonly string[] => [
  ...new Set([
    ...peopleOfFamily(facts).map((id) => `p:${id}`),
    ...facts.persons.map(({ person }) => `n:${person}`),
    ...(facts.hub === null ? [] : [`h:${facts.hub}`]),
  ]),
];

/** The keys of a person: those of their families too, through which their record is reached. */
export const keysOfPerson = (state: PersonState): readonly string[] => [
  ...new Set([
    ...state.facts.grants.map(({ principal }) => `p:${principal}`),
    ...state.facts.voiceAudience.map((id) => `p:${id}`),
    `n:${state.record}`,
    ...familiesAround(state).flatMap(keysOfFamily),
  ]),
];

const peopleOfFamily = ({ team, grants, socialCareOpenTo, lead }: FamilyFacts): readonly string[] => [
  ...team.map(({ principal }) => principal),
  ...grants.map(({ principal }) => principal),
  ...socialCareOpenTo,
  ...(lead === null ? [] : [lead]),
];
