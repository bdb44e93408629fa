import type { EditState, OpenRecord, OpenSection } from '@caseweave/caseload';
import { type FieldView, isUnshownIn, type SectionSchema, type View } from '@caseweave/record';
import { useMemo } from 'react';
import { type AnyDraft, type AnyField, changeOf, fieldIn, spliceOf } from './change-field.ts';
import type { FieldAt, FieldOf, RowOf } from './field-at.ts';
import type { ShownField } from './shown-field.ts';
import { useEdits } from './use-caseload-parts.ts';
import { useQuestions, useSection, useSectionView, useSettled } from './use-section.ts';
import { mayWriteIn } from './use-shown-section.ts';

/**
 * A field of a section, or of one of its rows, with all that a screen has to know of it; undefined while the section is not
 * open, and where the row is gone.
 *
 * @param at - `title`, or `steps.what` with the id of a row
 */
export function useField<Schema extends SectionSchema, const At extends FieldAt<Schema>>(
  record: OpenRecord | undefined,
  schema: Schema,
  at: At,
  ...[row = '']: RowOf<NoInfer<At>>
): ShownField<FieldView<FieldOf<Schema, At>>> | undefined {
  const section = useSection(record, schema);
  const view = useSectionView(record, schema);
  const all = useQuestions(record, schema);
  const settlements = useSettled(record, schema);
  const edits = useEdits();
  const questions = useMemo(() => all.filter(({ entity, path }) => entity === row && path === at), [all, row, at]);
  const state = useMemo(() => stateOf(edits, section, at, row), [edits, section, at, row]);
  const { field, isEntry } = declaredAt(schema, at);
  if (section === undefined || view === undefined || field === undefined) return undefined;
  // The types of the schema were asked for above; here it is any section.
  const found = fieldIn(view, at, row);
  if (found === undefined) return undefined;
  const untyped: OpenSection = section;
  return {
    field,
    label: field.options.label ?? at.split('.').at(-1) ?? at,
    value: found.value as FieldView<FieldOf<Schema, At>>,
    view,
    path: at,
    entity: row,
    section: untyped,
    questions,
    settled: settlements.findLast(({ question }) => question.entity === row && question.path === at),
    isUnshown: isUnshownIn(view, at, row),
    canWrite: !isEntry && mayWriteIn(section).canWrite,
    state,
    // Of a text each stretch has an author of its own.
    provenance: () => (field.kind === 'text' || field.kind === 'rich-text' ? [] : section.current.provenance(row, at)),
    change: (value, basis = view) =>
      untyped.edit((draft) => changeOf(field, draft as AnyDraft, at, row, fieldIn(basis, at, row)?.value, value), {
        basis: basis as View<SectionSchema>,
      }),
    splice: (splice) => untyped.edit((draft) => spliceOf(draft as AnyDraft, at, row, splice)),
    settle: (questionId, value) => section.settle(questionId, value),
  };
}

/** Where the newest edit of a row is, if the server has not taken it: of any field of it, or of the row itself. */
export function useRowState(
  record: OpenRecord | undefined,
  schema: SectionSchema,
  rows: string,
  row: string,
): EditState['state'] | undefined {
  const section = useSection(record, schema);
  const edits = useEdits();
  return useMemo(
    () => newestOf(edits, section, (entity, path) => entity === row && rowsOf(path) === rows),
    [edits, section, rows, row],
  );
}

/** Of the edits that the server has not taken, the newest of a field counts; one that adds its row is of each. */
const stateOf = (edits: readonly EditState[], section: OpenSection | undefined, at: string, row: string) =>
  newestOf(edits, section, (entity, path) => entity === row && (path === at || (row !== '' && path === rowsOf(at))));

const newestOf = (
  edits: readonly EditState[],
  section: OpenSection | undefined,
  isIt: (entity: string, path: string) => boolean,
): EditState['state'] | undefined =>
  edits.findLast(
    (edit) =>
      edit.kind === 'edit' &&
      edit.parts.some(
        (part) => part.section === section?.section && part.changes.some(({ entity, path }) => isIt(entity, path)),
      ),
  )?.state;

const rowsOf = (at: string): string => at.split('.')[0] ?? at;

function declaredAt({ fields }: SectionSchema, at: string): { readonly field?: AnyField; readonly isEntry: boolean } {
  const [first = '', name] = at.split('.');
  const field = fields[first];
  if (field === undefined || name === undefined) return { ...(field !== undefined && { field }), isEntry: false };
  const inner = 'fields' in field ? field.fields[name] : undefined;
  return { ...(inner !== undefined && { field: inner }), isEntry: field.kind === 'log' };
}
