import type { FieldPlace } from '../open-record/field-place.ts';

/** The collections of the plan whose rows people edit. */
export type PlanCollection = 'needs' | 'outcomes' | 'actions' | 'reviews' | 'strengths' | 'relationships';

/** The place of a field of a row of the plan. */
export const planPlace = (collection: PlanCollection, entity: string, field: string): FieldPlace => ({
  section: 'plan.shared',
  entity,
  path: `${collection}.${field}`,
});
