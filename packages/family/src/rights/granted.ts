import { higher, type Level } from '@caseweave/model';
import type { Grant } from '../facts/grant.ts';
import type { Principal } from '../facts/principal.ts';
import { isCurrent } from '../facts/span.ts';
import { agencySeats } from './agency-seats.ts';
import type { SeatName } from './seats.ts';

/** The most that grants give somebody in a section at a moment. */
export function grantedLevel(
  who: Principal,
  section: string,
  { grants }: { readonly grants: readonly Grant[] },
  at: number,
): Level {
  let level: Level = 'none';
  for (const grant of grants)
    if (grant.principal === who.id && grant.section === section && isCurrent(grant, at))
      level = higher(level, grant.act);
  return level;
}

/** The condition that a cell gives what a grant says. It names a person, who need not be in the team. */
export const named = {
  says: 'a grant names them, as far as the grant says',
  allows: ({
    who,
    section,
    state,
    at,
  }: {
    readonly who: Principal;
    readonly section: string;
    readonly state: { readonly facts: { readonly grants: readonly Grant[] } };
    readonly at: number;
  }): Level => grantedLevel(who, section, state.facts, at),
  sits: ({ kind, agency }: Principal): SeatName | undefined => {
    if (kind !== 'practitioner' || agency === null) return undefined;
    return agency.kind === 'la_social_care' ? 'social-worker' : agencySeats[agency.kind];
  },
};
