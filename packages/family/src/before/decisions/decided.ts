import type { RecordFacts } from '../rights/facts.ts';
import { type CurrentMember, teamAt } from '../rights/team-at.ts';

/** What commands are folded into: what is decided about a family, the same at the server and on devices. Rights are no part of it. */
export interface Decided {
  readonly status: string;
  readonly hub: string | null;
  readonly lead: string | null;
  readonly team: readonly CurrentMember[];
  readonly persons: readonly { readonly person: string; readonly role: 'child' | 'adult' }[];
}

/** What is decided about a family at a moment, as commands are folded into it. */
export function decidedAt(
  { facts, status }: { readonly facts: RecordFacts; readonly status: string },
  at: number,
): Decided {
  const { hub, lead, persons } = facts;
  return {
    status,
    hub,
    lead,
    team: teamAt(facts, at),
    persons: persons.map(({ person, role }) => ({ person, role })),
  };
}
