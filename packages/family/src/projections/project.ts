import type { Json } from '@caseweave/record';
import type { HeadlineOutcome } from '../code-lists/headline-outcomes.ts';
import type { LevelOfNeed } from '../code-lists/levels-of-need.ts';
import type { PlanSharedView } from '../sections/plan-shared.ts';
import type { IdentityView } from '../sections/person-identity.ts';

/** What a caseload's list shows of a shared plan. */
export interface PlanProjection {
  readonly familyName: string | null;
  readonly openNeeds: number;
  /** The headline outcomes of the open needs, in their order. */
  readonly headlines: readonly HeadlineOutcome[];
  /** The highest level among the open needs. */
  readonly level: LevelOfNeed | null;
  readonly nextReviewOn: string | null;
  readonly openActions: number;
  /** The earliest date by which an open action is to be done. */
  readonly nextDueOn: string | null;
  /** How many questions wait for the team. */
  readonly questions: number;
}

/** What a caseload's list shows of a person. */
export interface IdentityProjection {
  readonly name: string | null;
  readonly dateOfBirth: string | null;
  readonly expectedBirthDate: string | null;
}

/**
 * What a caseload's list shows from a section, made from it and nothing else; null where it shows nothing.
 *
 * @param view - a view of the section of that name
 * @param questions - how many questions are open in it
 */
export function project(sectionName: string, view: unknown, questions = 0): Json | null {
  switch (sectionName) {
    case 'plan.shared':
      return { ...projectPlan(view as PlanSharedView, questions) };
    case 'person.identity':
      return { ...projectIdentity(view as IdentityView) };
    default:
      return null;
  }
}

/** What a caseload's list shows of a shared plan. */
function projectPlan(view: PlanSharedView, questions: number): PlanProjection {
  const needs = view.needs.filter(({ status }) => status === null || status === 'open');
  const actions = view.actions.filter(({ status }) => ['proposed', 'agreed', 'in_progress'].includes(status));
  const given = <Value>(values: readonly (Value | null)[]): Value[] => values.filter((value) => value !== null);
  return {
    familyName: view.familyName,
    openNeeds: needs.length,
    headlines: [...new Set(given(needs.map(({ headline }) => headline)))].toSorted(),
    level: given(needs.map(({ level }) => level)).toSorted((a, b) => b - a)[0] ?? null,
    nextReviewOn: view.nextReviewOn,
    openActions: actions.length,
    nextDueOn: given(actions.map(({ dueOn }) => dueOn)).toSorted()[0] ?? null,
    questions,
  };
}

/** What a caseload's list shows of a person. */
function projectIdentity(view: IdentityView): IdentityProjection {
  const name = [view.knownAs ?? view.givenName, view.familyName].filter((part) => part !== null).join(' ');
  return {
    name: name === '' ? null : name,
    dateOfBirth: view.dateOfBirth,
    expectedBirthDate: view.dateOfBirth === null ? view.expectedBirthDate : null,
  };
}
