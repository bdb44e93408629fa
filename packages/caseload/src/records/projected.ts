import { readSectionAndQuestions, type SectionSchema } from '@caseweave/record';
import type * as Y from 'yjs';
import type { Desk } from '../desk.ts';
import type { SectionRow } from '../stored/rows.ts';
import type { LiveSection } from '../documents/live-section.ts';

/** The row of an open section with what the list shows of it now; undefined if it shows that already. */
export function projected(desk: Desk, live: LiveSection): SectionRow | undefined {
  const row = desk.mirror.sections.get(live.section);
  if (row === undefined) return undefined;
  return withProjection(row, desk.projection(row.name, live.current.view(), live.current.questions().length));
}

/** The row of a section that is not open with what the list shows of its document. */
export function projectedFrom(desk: Desk, row: SectionRow, schema: SectionSchema, doc: Y.Doc): SectionRow | undefined {
  const { view, questions } = readSectionAndQuestions(schema, doc, { onError: desk.appCode.reportOfSection });
  return withProjection(row, desk.projection(row.name, view, questions.length));
}

/** Where the app cannot tell what is shown, that stays as it is, and is marked as older than the content. */
function withProjection(row: SectionRow, projection: string | null | undefined): SectionRow | undefined {
  if (projection === undefined) return undefined;
  return projection === row.projection && !row.stale ? undefined : { ...row, projection, stale: false };
}
