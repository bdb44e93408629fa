import { readSectionAndQuestions, type SectionSchema } from '@caseweave/record';
import type * as Y from 'yjs';
import type { CaseloadCore } from '../core.ts';
import type { SectionRow } from '../stored/rows.ts';
import type { LiveSection } from '../documents/live-section.ts';

/** The row of an open section with what the list shows of it now; undefined if it shows that already. */
export function projected(core: CaseloadCore, live: LiveSection): SectionRow | undefined {
  const row = core.mirror.sections.get(live.section);
  if (row === undefined) return undefined;
  return withProjection(row, core.projection(row.name, live.current.view(), live.current.questions().length));
}

/** The row of a section that is not open with what the list shows of its document. */
export function projectedFrom(
  core: CaseloadCore,
  row: SectionRow,
  schema: SectionSchema,
  doc: Y.Doc,
): SectionRow | undefined {
  const { view, questions } = readSectionAndQuestions(schema, doc, { onError: core.appCode.reportOfSection });
  return withProjection(row, core.projection(row.name, view, questions.length));
}

/** Where the app cannot tell what is shown, that stays as it is, and is marked as older than the content. */
function withProjection(row: SectionRow, projection: string | null | undefined): SectionRow | undefined {
  if (projection === undefined) return undefined;
  return projection === row.projection && !row.stale ? undefined : { ...row, projection, stale: false };
}
