import type { Reader, ReadableRecord } from '@caseweave/graphql';
import { z } from 'zod';

/** What the API needs of what somebody is told of a family, as devices are told it. */
const toldFamily = z.object({
  hub: z.object({ id: z.string() }).nullable(),
  lead: z.string().nullable(),
  team: z.array(z.object({ id: z.string() })),
  persons: z.array(z.object({ person: z.string(), role: z.string() })),
});

type ToldFamily = z.infer<typeof toldFamily>;

const nothing: ToldFamily = { hub: null, lead: null, team: [], persons: [] };

/** What a reader is told of a family: its hub, its lead, its team and its people, of those whom they may know of. */
export const toldOf = async (reader: Reader, record: ReadableRecord): Promise<ToldFamily> =>
  familyIn(await reader.told(record));

/** The same, from what they are told. */
export const familyIn = (told: unknown): ToldFamily => toldFamily.safeParse(told).data ?? nothing;
