import type { EditState, OpenRecord, OpenSection } from '@caseweave/caseload';
import type {
  Draft,
  EditOutcome,
  FieldView,
  Json,
  Question,
  RowField,
  SectionField,
  SectionSchema,
  View,
} from '@caseweave/record';
import { useMemo } from 'react';
import { useEdits } from './use-caseload-parts.ts';
import { useQuestions, useSection, useSectionView } from './use-section.ts';

/** Where a field stands in a section: `title`, or `steps.what` for one of a row. */
export type FieldAt<Schema extends SectionSchema> = {
  readonly [Name in keyof Schema['fields'] & string]: Schema['fields'][Name] extends { readonly fields: infer Fields }
    ? `${Name}.${keyof Fields & string}`
    : Name;
}[keyof Schema['fields'] & string];

/** The field of a section that stands there. */
type FieldOf<Schema extends SectionSchema, At> = At extends `${infer Rows}.${infer Name}`
  ? Schema['fields'][Rows] extends { readonly fields: infer Fields }
    ? Fields[Name & keyof Fields]
    : never
  : Schema['fields'][At & string];

/** A field as a screen shows it. */
export interface ShownField<Value = unknown> {
  /** As it is declared. */
  readonly field: SectionField | RowField;
  /** What the section says. */
  readonly value: Value;
  /** The view that it is of: what an edit of it is based on. */
  readonly view: object;
  /** What people wrote apart about it, for a person to settle. */
  readonly questions: readonly Question[];
  readonly canWrite: boolean;
  /** Where the newest edit of it is, if the server has not taken it. */
  readonly state: EditState['state'] | undefined;
  /** Writes a value. @param basis - the `view` that the person had before their eyes; without it, the one of now */
  change(value: Value, basis?: object): EditOutcome;
  settle(questionId: string, value: Json): EditOutcome;
}

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
  row = '',
): ShownField<FieldView<FieldOf<Schema, At>>> | undefined {
  const section = useSection(record, schema);
  const view = useSectionView(record, schema);
  const all = useQuestions(record, schema);
  const edits = useEdits();
  const questions = useMemo(() => all.filter(({ entity, path }) => entity === row && path === at), [all, row, at]);
  const state = useMemo(() => stateOf(edits, section, at, row), [edits, section, at, row]);
  const { field, name, rows } = placeOf(schema, at);
  if (section === undefined || view === undefined || field === undefined) return undefined;
  // The types of the schema were asked for above; here it is any.
  const holder = rows === undefined ? view : (view as AnyView)[rows]?.byId(row);
  if (holder === undefined) return undefined;
  return {
    field,
    value: (holder as Fields)[name] as FieldView<FieldOf<Schema, At>>,
    view,
    questions,
    canWrite: section.acts.write && section.writing().type === 'may-write',
    state,
    change: (value, basis) =>
      section.edit(
        (draft: Draft<Schema>) => {
          const place = rows === undefined ? draft : (draft as AnyView)[rows]?.byId(row);
          if (place !== undefined) (place as Fields)[name] = value;
        },
        { basis: (basis ?? view) as View<Schema> },
      ),
    settle: (questionId, value) => section.settle(questionId, value),
  };
}

/** Of the edits that the server has not taken, the newest of a field counts; one that adds its row is of each. */
const stateOf = (
  edits: readonly EditState[],
  section: OpenSection | undefined,
  at: string,
  row: string,
): EditState['state'] | undefined =>
  edits.findLast(
    (edit) =>
      edit.kind === 'edit' &&
      edit.parts.some(
        (part) =>
          part.section === section?.section &&
          part.changes.some(
            ({ entity, path }) => entity === row && (path === at || (row !== '' && path === rowsOf(at))),
          ),
      ),
  )?.state;

const rowsOf = (at: string): string => at.split('.')[0] ?? at;

type Fields = Record<string, unknown>;
type AnyView = Readonly<Record<string, { byId(id: string): object | undefined } | undefined>>;

function placeOf({ fields }: SectionSchema, at: string) {
  const [first = '', name] = at.split('.');
  const field = fields[first];
  if (name === undefined) return { field, name: first, rows: undefined };
  return { field: field !== undefined && 'fields' in field ? field.fields[name] : undefined, name, rows: first };
}
