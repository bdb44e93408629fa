import type { Acts, Known } from '@caseweave/model';
import type { Principal } from '../facts/principal.ts';

interface AtRecord {
  readonly seats: ReadonlySet<string>;
  acts(section: string): Acts;
}

/** Whether somebody decides about a record: its lead and managers do, where they may read. */
export const decides = (deciding: AtRecord, section: string): boolean =>
  (deciding.seats.has('lead') || deciding.seats.has('manager')) && deciding.acts(section).read;

/**
 * Whether somebody may put persons who are known already into a family. It opens their records to another team, so it
 * takes who decides about each.
 */
export const mayLink = (others: readonly (AtRecord & { readonly state: { readonly kind: string } })[]): boolean =>
  others.every((other) => other.state.kind === 'person' && decides(other, 'person.identity'));

/**
 * Whether somebody can be in a team. Whom a record is closed to must not learn of it by being put into its team; nor is
 * anybody told who that is. Of somebody who is not known here the server says.
 */
export function canJoin(id: string, barred: readonly string[], known: Known<Principal>): boolean {
  const found = known.who(id);
  if (found === undefined) return true;
  return found !== null && found.who.kind === 'practitioner' && found.who.agency !== null && !barred.includes(id);
}
