import { noClaims } from '../claims/claim.ts';
import type { GroupPlan } from '../schema/plan.ts';
import type { BuiltRow } from './row-builder.ts';

/** Tells whether an entity is in the view: somebody began it, and no strike that saw all of it hides it. */
export const shows = (group: GroupPlan, { basis, struck }: BuiltRow): boolean =>
  group.kind === 'section' || (exists(group, basis.cells) && struck.type !== 'hidden');

/** Tells whether somebody began an entity, struck since or not. */
export const exists = (group: GroupPlan, cells: BuiltRow['basis']['cells']): boolean =>
  (cells[group.existence] ?? noClaims).length > 0;
