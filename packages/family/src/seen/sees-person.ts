import type { Known, Rights } from '@caseweave/model';
import type { Principal } from '../facts/principal.ts';

/** Tells whether a reader may know that a person is in a family: they may read something of the person. */
export function seesPerson(
  reader: Principal,
  person: string,
  known: Known<Principal>,
  at: number,
  rights: Rights,
): boolean {
  const state = known.state(person);
  return state !== null && state !== undefined && rights.readsSome(reader, state, known, at);
}
