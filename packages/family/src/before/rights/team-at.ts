import type { RecordFacts } from './facts.ts';
import { isCurrent } from './seats.ts';

/** Somebody in a team, with the moment at which their time ends by itself, if it does. */
export interface CurrentMember {
  readonly principal: string;
  readonly until: number | null;
}

/** Who is in the team around a family at a moment; the lead always is. */
export function teamAt({ lead, team }: Pick<RecordFacts, 'lead' | 'team'>, at: number): readonly CurrentMember[] {
  const until = new Map<string, number | null>();
  if (lead !== null) until.set(lead, null);
  for (const member of team) {
    if (!isCurrent(member, at) || until.get(member.principal) === null) continue;
    const known = until.get(member.principal) ?? 0;
    until.set(member.principal, member.to === null ? null : Math.max(known, member.to));
  }
  return Array.from(until, ([principal, end]) => ({ principal, until: end }));
}
