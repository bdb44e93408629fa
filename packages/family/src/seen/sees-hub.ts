import type { Known, Rights } from '@caseweave/model';
import type { FamilyState } from '../facts/family-facts.ts';
import { isPerson } from '../facts/person-facts.ts';
import type { Principal } from '../facts/principal.ts';
import { decidesAbout } from '../rights/seats.ts';

/**
 * Tells whether a reader may know a hub of a family: it tells where a protected person is, so it is as hidden as their
 * address is, except from those who decide about the family there.
 *
 * @param hub - the hub that it has, had, or is to have
 */
export function seesHub(
  reader: Principal,
  hub: string,
  { facts }: FamilyState,
  known: Known<Principal>,
  at: number,
  rights: Rights,
): boolean {
  if (decidesAbout(reader, { ...facts, hub }, at)) return true;
  return facts.persons.every(({ person }) => {
    const state = known.state(person);
    if (state === null || state === undefined || !isPerson(state)) return true;
    return !state.facts.protectedLocation || rights.acts(reader, 'person.location', state, at).read;
  });
}
