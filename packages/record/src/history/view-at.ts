import * as Y from 'yjs';
import { readSection } from '../read-section.ts';
import type { SectionSchema } from '../schema/section-schema.ts';
import type { View } from '../view/view.ts';
import { appliesWhole } from './apply-row.ts';
import type { HistoryRow } from './history-row.ts';

/** What a section said at a point of its log, or the row at which that could not be told. */
export type ViewAt<Schema extends SectionSchema> =
  | { readonly type: 'read'; readonly view: View<Schema> }
  | { readonly type: 'broken'; readonly seq: number };

/** What a section said once the row of that number had been taken. */
export function viewAt<Schema extends SectionSchema>(
  schema: Schema,
  rows: readonly HistoryRow[],
  seq: number,
): ViewAt<Schema> {
  const doc = new Y.Doc();
  for (const row of rows) {
    if (row.seq > seq) break;
    if (!appliesWhole(doc, row.update)) return { type: 'broken', seq: row.seq };
  }
  return { type: 'read', view: readSection(schema, doc) };
}
