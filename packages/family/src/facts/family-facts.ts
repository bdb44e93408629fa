import type { RecordState } from '@caseweave/model';
import { z } from 'zod';
import { grantSchema, type Grant } from './grant.ts';
import { teamMemberSchema, type TeamMember } from './team.ts';

/** Who is in a family; households are named only to tell who lives with whom. */
export interface PersonInFamily {
  readonly person: string;
  readonly role: 'child' | 'adult';
  readonly household: string | null;
}

/** What is decided about a family, and so is never merged. */
export interface FamilyFacts {
  readonly status: string;
  readonly hub: string | null;
  readonly lead: string | null;
  readonly team: readonly TeamMember[];
  readonly grants: readonly Grant[];
  /** Whom this record is closed to, whatever else they are. */
  readonly barred: readonly string[];
  /** The social workers of the open case. */
  readonly socialCareOpenTo: readonly string[];
  readonly persons: readonly PersonInFamily[];
}

const ids = z.array(z.string()).readonly();

export const familyFactsSchema = z
  .object({
    status: z.string(),
    hub: z.string().nullable(),
    lead: z.string().nullable(),
    team: z.array(teamMemberSchema).readonly(),
    grants: z.array(grantSchema).readonly(),
    barred: ids,
    socialCareOpenTo: ids,
    persons: z
      .array(
        z.object({ person: z.string(), role: z.enum(['child', 'adult']), household: z.string().nullable() }).readonly(),
      )
      .readonly(),
  })
  .readonly();

/** A family, as it is decided. */
export type FamilyState = RecordState<FamilyFacts>;

/** Tells families from other records. Their facts are the fold of decisions about families, and nothing else. */
const isFamily = (state: RecordState): state is FamilyState => state.kind === 'family';

/** The families around a record: itself, or those that a person is in. */
export const familiesAround = (state: RecordState): readonly FamilyState[] =>
  [state, ...state.linkedFrom].filter(isFamily);
