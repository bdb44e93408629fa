import type { Json } from '@caseweave/record';
import type { HeadlineOutcome } from '../../code-lists/headline-outcomes.ts';
import type { LevelOfNeed } from '../../code-lists/levels-of-need.ts';
import { sections } from '../../sections/sections.ts';

/** What a caseload's list shows of a shared plan. */
export interface PlanProjection {
  readonly familyName: string | null;
  readonly openNeeds: number;
  readonly headlines: readonly HeadlineOutcome[];
  readonly level: LevelOfNeed | null;
  readonly nextReviewOn: string | null;
  readonly openActions: number;
  readonly nextDueOn: string | null;
  readonly questions: number;
}

/** What a caseload's list shows of a person. */
export interface IdentityProjection {
  readonly name: string | null;
  readonly dateOfBirth: string | null;
  readonly expectedBirthDate: string | null;
}

/** What a caseload's list shows from a section; null where it shows nothing. */
export function project(sectionName: string, view: unknown, questions = 0): Json | null {
  const part = sections.find((one) => one.type === 'section' && one.schema.name === sectionName);
  return part?.list?.show(view as never, questions) ?? null;
}
