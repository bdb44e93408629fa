import type { PlacedClaim } from '../entities/claim-index.ts';
import { claimFieldAt, type SectionPlan } from '../schema/plan.ts';
import type { Recorded } from './recorded.ts';

/** What an edit did to one thing that is written and superseded as a whole: a field, or one member of a set. */
export interface Cell {
  readonly entity: string;
  readonly field: string;
  readonly added: PlacedClaim[];
  readonly removed: PlacedClaim[];
}

/** The claims of an edit, by what they are about. */
export function cellsOf(plan: SectionPlan, { added, removed }: Recorded): readonly Cell[] {
  const cells = new Map<string, Cell>();
  const cellOf = ({ claim, entity, field }: PlacedClaim): Cell => {
    const isSet = claimFieldAt(plan, field)?.kind === 'set';
    const key = isSet ? `${entity}/${field}/${claim.canonical}` : `${entity}/${field}`;
    let cell = cells.get(key);
    if (cell === undefined) cells.set(key, (cell = { entity, field, added: [], removed: [] }));
    return cell;
  };
  for (const placed of added) cellOf(placed).added.push(placed);
  for (const placed of removed) cellOf(placed).removed.push(placed);
  return [...cells.values()];
}
