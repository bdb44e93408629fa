import type { Seat } from '@caseweave/model';
import { familiesAround, type FamilyFacts } from '../facts/family-facts.ts';
import { managedHub, type Principal } from '../facts/principal.ts';
import { isCurrent } from '../facts/span.ts';
import { agencySeats, type AgencySeat } from './agency-seats.ts';

type Holds = (who: Principal, family: FamilyFacts, at: number) => boolean;

const isLead: Holds = (who, { lead }) => lead === who.id;
const isManager: Holds = (who, { hub }) => hub !== null && managedHub(who) === hub;

/** Whether somebody decides about a family: its lead, and the managers and coordinators of its hub, do. */
export const decidesAbout = (who: Principal, family: FamilyFacts, at: number): boolean =>
  who.kind === 'practitioner' && (isLead(who, family, at) || isManager(who, family, at));

/** A seat that somebody has at a family, and through it at the records of its people. */
const around = (says: string, holds: Holds): Seat<Principal, unknown> => ({
  says,
  holds: (who, state, at) => familiesAround(state).some(({ facts }) => holds(who, facts, at)),
});

const ofPractitioner = (says: string, holds: Holds): Seat<Principal, unknown> =>
  around(says, (who, family, at) => who.kind === 'practitioner' && holds(who, family, at));

const inTeam = (seat: AgencySeat, says: string): Seat<Principal, unknown> =>
  ofPractitioner(says, ({ id, agency }, { team }, at) => {
    if (agency === null || agencySeats[agency.kind] !== seat) return false;
    return team.some((member) => member.principal === id && isCurrent(member, at));
  });

/** How people stand to a family, and through it to its people: the columns of the rights table. */
export const seats = {
  lead: ofPractitioner('leads the work with the family', isLead),
  'council-early-help': inTeam('council-early-help', 'is in the team for the early help of the council'),
  education: inTeam('education', 'is in the team for a school or nursery'),
  health: inTeam('health', 'is in the team for a health service'),
  justice: inTeam('justice', 'is in the team for the police, probation or youth justice'),
  partner: inTeam('partner', 'is in the team for housing, a voluntary organisation or another agency'),
  'domestic-abuse': inTeam('domestic-abuse', 'is in the team for a domestic abuse service'),
  manager: ofPractitioner('manages or coordinates the hub of the family', isManager),
  'social-worker': ofPractitioner('has the family open as a social worker', ({ id }, { socialCareOpenTo }) =>
    socialCareOpenTo.includes(id),
  ),
  // A parent who is in the family but in no household of it has no part in the plan by that fact alone.
  'household-adult': around('is an adult of a household of the family', ({ kind, person }, { persons }) => {
    if (kind !== 'family-adult') return false;
    return persons.some((one) => one.person === person && one.role === 'adult' && one.household !== null);
  }),
  'young-person': around('is a child or young person of the family', ({ kind, person }, { persons }) => {
    if (kind !== 'young-person') return false;
    return persons.some((one) => one.person === person && one.role === 'child');
  }),
} satisfies Readonly<Record<string, Seat<Principal, unknown>>>;

/** A seat at a family, or at a person through the family. */
export type SeatName = keyof typeof seats;
