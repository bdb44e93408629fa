import type { Refusal, SectionSchema, View } from '@caseweave/record';
import type { Model } from '../model/model.ts';
import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import { indexOf } from './record-index.ts';
import { hasToDoWith, isSeen } from './told-facts.ts';
import type { IdKind, WrittenId } from './written-ids.ts';

/** What is around a section in which something was written. */
export interface WrittenAround {
  /** Who wrote; null where it was whoever runs the authority. */
  readonly who: { readonly id: string } | null;
  readonly at: number;
  readonly state: RecordState;
  /** What it does not know is let pass. */
  readonly known: Known;
  /** The section once it was written. */
  readonly view: View<SectionSchema>;
}

/**
 * The ids that an edit wrote and that are nobody's and nothing's around the record. Whoever
 * writes where this can be known asks it before the edit is let go: an id that is nobody's is found later by nobody. Whom
 * and what the writer may not know of is nobody and nothing to them.
 *
 * - `who`: somebody who has to do with the record or with one that links to it (`hasToDoWith`), or who writes.
 * - `who-or-record`: the same, or a record.
 * - `record`: one that the record links to, that links to it, or that those link to, of the kind that the field says.
 * - `unit`: one of the directory. `row`: one that the section shows.
 */
export function unknownIds(model: Model, ids: readonly WrittenId[], around: WrittenAround): readonly Refusal[] {
  if (ids.length === 0) return [];
  const near = nearOf(model, around);
  return ids.flatMap(({ path, kind, id }): readonly Refusal[] => {
    const rule = faultOf(kind, id, near, around);
    return rule === null ? [] : [{ code: 'no-such-id', path, rule, remedy: REMEDY }];
  });
}

const REMEDY = 'Take the id from what the record shows, or from the directory.';

/** People and records around one. */
interface Near {
  isWho(id: string): boolean;
  readonly records: ReadonlySet<string>;
}

function nearOf(model: Model, { who, at, state, known }: WrittenAround): Near {
  const around = [state, ...state.linkedFrom];
  const indexes = around.flatMap((one) => indexOf(model, one) ?? []);
  const records = [...around.map(({ record }) => record), ...indexes.flatMap(({ links }) => links)];
  const isWho = (id: string): boolean => {
    const one = known.who(id);
    if (one === null) return false;
    if (one === undefined || id === who?.id) return true;
    const isNear = around.some((near) => hasToDoWith(model, id, one.who, near, at));
    return isNear && (who === null || isSeen(model, who, one.who, state, at));
  };
  if (who === null) return { isWho, records: new Set(records) };
  const isRead = (id: string): boolean => {
    const one = known.state(id);
    return one === undefined || (one !== null && model.readsSome(who, one, known, at));
  };
  return { isWho, records: new Set(records.filter(isRead)) };
}

/** Why an id is nobody's; null where it is somebody's, or that cannot be known here. */
function faultOf(kind: IdKind, id: string, near: Near, { known, view }: WrittenAround): string | null {
  switch (kind.type) {
    case 'who':
      return near.isWho(id) ? null : 'this is nobody who works with the record';
    case 'record':
      return isRecord(kind.kind, id, near, known) ? null : `this is no ${kind.kind} around the record`;
    case 'who-or-record':
      return near.isWho(id) || isRecord(kind.kind, id, near, known)
        ? null
        : `this is nobody who works with the record, and no ${kind.kind} around it`;
    case 'unit':
      return known.unit(kind.unit, id) === null ? `this is no ${kind.unit} of the directory` : null;
    case 'row':
      return rowsIn(view, kind.rows).has(id) ? null : `this is no row of ${kind.rows}`;
  }
}

const isRecord = (kind: string, id: string, { records }: Near, known: Known): boolean =>
  records.has(id) && (known.state(id)?.kind ?? kind) === kind;

function rowsIn(view: View<SectionSchema>, rows: string): ReadonlySet<string> {
  const shown = (view as Readonly<Record<string, unknown>>)[rows];
  return new Set(Array.isArray(shown) ? shown.flatMap((row: unknown) => (isRow(row) ? [row.id] : [])) : []);
}

const isRow = (row: unknown): row is { readonly id: string } =>
  typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string';
