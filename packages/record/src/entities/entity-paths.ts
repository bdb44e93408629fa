import { addendaPath, type GroupPlan } from '../schema/plan.ts';

/** The path of a field of an entity, known or not. */
export const pathIn = ({ name }: GroupPlan, field: string): string => (name === '' ? field : `${name}.${field}`);

/** The path of the claims in a slot. */
export function pathAt(group: GroupPlan, slot: number): string {
  if (slot === group.existence) return group.name;
  return slot === group.addenda ? addendaPath(group) : (group.claims[slot]?.path ?? '');
}
