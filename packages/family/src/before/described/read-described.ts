import { z } from 'zod';
import type { DescribedFamily } from './described.ts';

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
export function readDescribedFamily(json: unknown): DescribedFamily | null {
  const read = family.safeParse(json);
  return read.success ? read.data : null;
}
