import { z } from 'zod';
import type { ModelFault } from '../checks/model-fault.ts';
import { type Cell, type RightsRow, type RightsTable, cellCondition, cellLevel } from '../rights/cell.ts';
import { levels } from '../rights/level.ts';
import { isNarrower } from '../rights/narrower.ts';
import { rowOf } from '../sections/section-part.ts';
import type { Model } from './model.ts';

/** What was made of an authority's rights table. */
export type ReadRights =
  | { readonly type: 'rights'; readonly rights: RightsTable }
  | { readonly type: 'refused'; readonly faults: readonly ModelFault[] };

const cell = z.union([z.enum(levels), z.strictObject({ level: z.enum(levels), when: z.string() })]);
const table = z.record(z.string(), z.record(z.string(), cell));

/**
 * Reads an authority's own rights table: for sections and seats by name, the cells that are narrower than the model's.
 * What it leaves out is as the model has it. A wider cell needs a release of the model, since nobody has tried it.
 *
 * @param json - `{"job.plan": {"tenant": "read"}}`
 */
export function readRights(model: Model, json: unknown): ReadRights {
  const read = table.safeParse(json);
  if (!read.success)
    return {
      type: 'refused',
      faults: read.error.issues.map(({ path }) => ({
        path: path.join('.') || 'the table',
        rule: 'is no cell of a rights table.',
        remedy: `Say ${levels.join(', ')}, or {"level": …, "when": …}.`,
      })),
    };
  const faults = Object.entries(read.data).flatMap(([row, cells]) => faultsOfRow(model, row, cells));
  if (faults.length > 0) return { type: 'refused', faults };
  const rights = Object.fromEntries(
    Object.entries(model.rights).map(([row, cells]) => [row, { ...cells, ...read.data[row] }]),
  );
  return { type: 'rights', rights };
}

function faultsOfRow(model: Model, row: string, cells: RightsRow): readonly ModelFault[] {
  const part = model.parts.find((one) => rowOf(one) === row);
  const conditions = model.kinds.get(part?.kind ?? '')?.conditions;
  const own = model.rights[row];
  if (part === undefined || conditions === undefined || own === undefined)
    return [{ path: row, rule: 'is no section of this model.', remedy: 'Look up its name in the table.' }];
  return Object.entries(cells).flatMap(([seat, wanted]) => {
    const path = `${row}.${seat}`;
    const present = Object.hasOwn(own, seat) ? own[seat] : undefined;
    if (present === undefined) return [{ path, rule: 'is no seat of its kind.', remedy: 'Look it up in the table.' }];
    const condition = cellCondition(wanted);
    if (condition !== undefined && !Object.hasOwn(conditions, condition))
      return [{ path, rule: 'names a condition that its kind has not.', remedy: 'Look it up in the model.' }];
    if (isNarrower(wanted, present, (named) => conditions[named]?.sits !== undefined)) return [];
    return [{ path, rule: `is wider than ${said(present)}.`, remedy: 'A wider cell needs a release of the model.' }];
  });
}

const said = (one: Cell): string => {
  const condition = cellCondition(one);
  return condition === undefined ? cellLevel(one) : `${cellLevel(one)} when ${condition}`;
};
