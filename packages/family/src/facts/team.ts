import { z } from 'zod';
import { isCurrent, spanSchema, type Span } from './span.ts';

/** Somebody's time in the team around a family. */
export interface TeamMember extends Span {
  readonly principal: string;
  /** Who may know of them, by id, beside those who decide; null or absent: as is usual for their agency. */
  readonly visibleTo?: readonly string[] | null;
}

export const teamMemberSchema = z
  .object({
    principal: z.string(),
    ...spanSchema,
    visibleTo: z.array(z.string()).readonly().nullable().exactOptional(),
  })
  .readonly();

/** Somebody in a team, with the moment at which their time ends by itself, if it does. */
export interface CurrentMember {
  readonly principal: string;
  readonly until: number | null;
}

/** Who is in the team around a family at a moment; the lead always is. */
export function teamAt(
  { lead, team }: { readonly lead: string | null; readonly team: readonly TeamMember[] },
  at: number,
): readonly CurrentMember[] {
  const until = new Map<string, number | null>();
  if (lead !== null) until.set(lead, null);
  for (const member of team) {
    if (!isCurrent(member, at) || until.get(member.principal) === null) continue;
    const known = until.get(member.principal) ?? 0;
    until.set(member.principal, member.to === null ? null : Math.max(known, member.to));
  }
  return Array.from(until, ([principal, end]) => ({ principal, until: end }));
}
