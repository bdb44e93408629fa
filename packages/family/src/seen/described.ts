import { z } from 'zod';

/** A member of a team, as those are told who may know of them. */
export interface DescribedMember {
  readonly id: string;
  readonly name: string;
  readonly agency: string | null;
  readonly agencyName: string | null;
  readonly role: string;
  /** When their time in the team ends by itself; null if it does not. */
  readonly until: number | null;
  /** There where the family may not know of them: what is made for the family names them nowhere. */
  readonly hiddenFromFamily?: true;
}

/** What is decided about a family, as somebody who may read something of it is told. */
export interface DescribedFamily {
  readonly status: string;
  readonly hub: { readonly id: string; readonly name: string } | null;
  readonly lead: string | null;
  /** The lead first, then by name. */
  readonly team: readonly DescribedMember[];
  readonly persons: readonly { readonly person: string; readonly role: 'child' | 'adult' }[];
}

/** What is decided about a person, as somebody who may read something of them is told. */
export interface DescribedPerson {
  /** Those whose plan the reader may see. */
  readonly families: readonly string[];
}

/** The one order of a team: the lead first, then by name. */
export const inTeamOrder = (lead: string | null, team: readonly DescribedMember[]): readonly DescribedMember[] =>
  team.toSorted(
    (one, other) =>
      Number(other.id === lead) - Number(one.id === lead) || compare(one.name, other.name) || compare(one.id, other.id),
  );

/** The one order of the people of a family: adults, then children, by their ids. */
export const inPersonOrder = <Person extends { readonly person: string; readonly role: string }>(
  persons: readonly Person[],
): readonly Person[] =>
  persons.toSorted((one, other) => compare(one.role, other.role) || compare(one.person, other.person));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

// Servers may come to say more of a family: what is not known here is let through.
const member = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    agency: z.string().nullable(),
    agencyName: z.string().nullable(),
    role: z.string(),
    until: z.number().nullable().default(null),
    hiddenFromFamily: z.literal(true).exactOptional(),
  })
  .readonly();
const family = z.looseObject({
  status: z.string(),
  hub: z.object({ id: z.string(), name: z.string() }).readonly().nullable(),
  lead: z.string().nullable(),
  team: z.array(member).readonly(),
  persons: z.array(z.object({ person: z.string(), role: z.enum(['child', 'adult']) }).readonly()).readonly(),
});

/** Reads what a device was told of a family; null for what is no such description. */
export function readDescribedFamily(told: unknown): DescribedFamily | null {
  const read = family.safeParse(told);
  return read.success ? read.data : null;
}
