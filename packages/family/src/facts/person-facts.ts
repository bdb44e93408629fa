import type { RecordState } from '@caseweave/model';
import { z } from 'zod';
import { grantSchema, type Grant } from './grant.ts';

/** What is decided about a person. The families that they are in are linked to their record. */
export interface PersonFacts {
  readonly grants: readonly Grant[];
  /** Whom this record is closed to, whatever else they are. */
  readonly barred: readonly string[];
  /** Whether where they are is known to named people only. */
  readonly protectedLocation: boolean;
  /** Whom they chose to hear their words, by id. */
  readonly voiceAudience: readonly string[];
}

const ids = z.array(z.string()).readonly();

export const personFactsSchema = z
  .object({
    grants: z.array(grantSchema).readonly(),
    barred: ids,
    protectedLocation: z.boolean(),
    voiceAudience: ids,
  })
  .readonly();

/** A person, as they are decided about. The id of a person is the id of their record. */
export type PersonState = RecordState<PersonFacts>;

/** Tells persons from other records. */
export const isPerson = (state: RecordState): state is PersonState => state.kind === 'person';

/** What is decided about a person whose record has just begun. */
export const nothingDecided = {
  grants: [],
  barred: [],
  protectedLocation: false,
  voiceAudience: [],
} satisfies PersonFacts;
