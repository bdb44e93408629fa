import { readSectionAndQuestions, type SectionSchema } from '@caseweave/record';
import type * as Y from 'yjs';
import type { Desk } from '../desk.ts';
import type { SectionRow } from '../stored/rows.ts';
import type { LiveSection } from '../documents/live-section.ts';

/** The row of an open section with what the list shows of it now; undefined if it shows that already. */
export function projected(desk: Desk, live: LiveSection): SectionRow | undefined {
  const row = desk.mirror.sections.get(live.section);
  if (row === undefined) return undefined;
  return withProjection(row, desk.options.project(row.name, live.current.view(), live.current.questions().length));
}

/** The row of a section that is not open with what the list shows of its document. */
export function projectedFrom(desk: Desk, row: SectionRow, schema: SectionSchema, doc: Y.Doc): SectionRow | undefined {
  const { view, questions } = readSectionAndQuestions(schema, doc);
  return withProjection(row, desk.options.project(row.name, view, questions.length));
}

function withProjection(row: SectionRow, value: unknown): SectionRow | undefined {
  const projection = value === null ? null : JSON.stringify(value);
  return projection === row.projection && !row.stale ? undefined : { ...row, projection, stale: false };
}
