import type { Json } from '@caseweave/record';

/** What lists show of a family's shared plan. */
export interface PlanSummary {
  readonly familyName: string | null;
  readonly nextReviewOn: string | null;
}

/** Reads the stored projection of a shared plan. */
export const planSummary = (projection: Json): PlanSummary => ({
  familyName: textIn(projection, 'familyName'),
  nextReviewOn: textIn(projection, 'nextReviewOn'),
});

/** The name by which lists call a person, from the stored projection of who they are. */
export const personName = (projection: Json | undefined): string => textIn(projection, 'displayName') ?? '';

function textIn(projection: Json | undefined, member: string): string | null {
  if (typeof projection !== 'object' || projection === null || Array.isArray(projection)) return null;
  const value = (projection as Readonly<Record<string, Json>>)[member];
  return typeof value === 'string' ? value : null;
}
