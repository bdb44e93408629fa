import type { Principal, RecordFacts } from './facts.ts';
import { agencySeats, type Seat } from './seat.ts';

/** The places that a principal has around a record at a moment. A person's record is reached through their families. */
export function seatsOf(principal: Principal, facts: RecordFacts, at: number): ReadonlySet<Seat> {
  const seats = new Set<Seat>();
  for (const around of [facts, ...facts.families]) {
    if (principal.kind === 'practitioner') addPractitionerSeats(seats, principal, around, at);
    else if (isInFamily(principal, around)) {
      seats.add(principal.kind === 'family-adult' ? 'household-adult' : 'young-person');
    }
  }
  return seats;
}

/** Tells whether a stretch of time holds a moment. */
export const isCurrent = ({ from, to }: { readonly from: number; readonly to: number | null }, at: number): boolean =>
  from <= at && (to === null || at < to);

function addPractitionerSeats(seats: Set<Seat>, principal: Principal, facts: RecordFacts, at: number): void {
  if (facts.lead === principal.id) seats.add('lead');
  if (facts.socialCareOpenTo.includes(principal.id)) seats.add('social-worker');
  const manages = principal.roles.includes('manager') || principal.roles.includes('hub_coordinator');
  if (manages && facts.hub !== null && principal.hub === facts.hub) seats.add('manager');
  const member = facts.team.some((member) => member.principal === principal.id && isCurrent(member, at));
  if (member && principal.agency !== null) seats.add(agencySeats[principal.agency.kind]);
}

// A parent who is in the family but in no household of it has no part in the plan by that fact alone.
function isInFamily(principal: Principal, facts: RecordFacts): boolean {
  const role = principal.kind === 'family-adult' ? 'adult' : 'child';
  return facts.persons.some(
    (person) =>
      person.person === principal.person && person.role === role && (role === 'child' || person.household !== null),
  );
}
