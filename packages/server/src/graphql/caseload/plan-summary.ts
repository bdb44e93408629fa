import type { Json } from '@caseweave/record';

/** What lists show of a family's shared plan. */
export interface PlanSummary {
  readonly familyName: string | null;
  readonly nextReviewOn: string | null;
  readonly nextDueOn: string | null;
  readonly openNeeds: number;
  readonly openActions: number;
  readonly questions: number;
  readonly level: number | null;
}

/** Reads the stored projection of a shared plan; one that an older server stored may lack some of it. */
export function planSummary(projection: Json): PlanSummary {
  const level = memberOf(projection, 'level');
  return {
    familyName: textIn(projection, 'familyName'),
    nextReviewOn: textIn(projection, 'nextReviewOn'),
    nextDueOn: textIn(projection, 'nextDueOn'),
    openNeeds: countIn(projection, 'openNeeds'),
    openActions: countIn(projection, 'openActions'),
    questions: countIn(projection, 'questions'),
    level: typeof level === 'number' ? level : null,
  };
}

/** The name by which lists call a person, from the stored projection of who they are. */
export const personName = (projection: Json | undefined): string | null => textIn(projection, 'name');

function memberOf(projection: Json | undefined, member: string): Json | undefined {
  if (typeof projection !== 'object' || projection === null || Array.isArray(projection)) return undefined;
  return (projection as Readonly<Record<string, Json>>)[member];
}

function textIn(projection: Json | undefined, member: string): string | null {
  const value = memberOf(projection, member);
  return typeof value === 'string' ? value : null;
}

function countIn(projection: Json, member: string): number {
  const value = memberOf(projection, member);
  return typeof value === 'number' ? value : 0;
}
