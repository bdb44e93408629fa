import type { OpenRecord, OpenSection } from '@caseweave/caseload';
import type { Provenance, RowField, SectionField, SectionSchema } from '@caseweave/record';
import type { RowsAt } from '../field-at.ts';
import { useShownSection } from '../use-shown-section.ts';
import { AddRow } from './add-row.tsx';
import { Field } from './field.tsx';
import { shapeOfField } from './field-shape.ts';
import { Question } from './question.tsx';
import { rowsIn, rowWords } from './rows.ts';

interface SectionRowsProps<Schema extends SectionSchema> {
  readonly record: OpenRecord | undefined;
  readonly of: Schema;
  /** The name of a collection or a log. */
  readonly rows: RowsAt<Schema>;
}

/** The rows of a collection, or the entries of a log: each with its fields, and a form for a new one where one may add it. */
export function SectionRows<Schema extends SectionSchema>({ record, of, rows }: SectionRowsProps<Schema>) {
  const shown = useShownSection(record, of);
  const declared: SectionField | undefined = of.fields[rows];
  if (shown === undefined || declared === undefined || !('fields' in declared)) return null;
  const { section, view, questions, canWrite, canAppend } = shown;
  const isLog = declared.kind === 'log';
  const label = declared.options.label ?? rows;
  const names = Object.keys(declared.fields).filter((name) => declared.fields[name]?.kind !== 'position');
  const shape = (field: RowField) => shapeOfField(of, field, view);
  const any: OpenSection = section;
  return (
    <section className="cw-rows" aria-label={`${label}s`}>
      <h3>{`${label}s`}</h3>
      <ul>
        {rowsIn(view, rows).map((row) => (
          <li key={row.id} aria-label={rowWords(of, rows, row)}>
            {names.map((name) => (
              <Field key={name} record={record} of={of as SectionSchema} at={`${rows}.${name}`} row={row.id} />
            ))}
            {isLog && <Written by={section.current.provenance(row.id, rows)[0]} />}
            {questions
              .filter(({ entity, field }) => entity === row.id && field === '')
              .map((question) => (
                <Question
                  key={question.id}
                  question={question}
                  onSettle={canWrite ? (value) => void section.settle(question.id, value) : undefined}
                />
              ))}
          </li>
        ))}
      </ul>
      {(isLog ? canAppend : canWrite) && (
        <AddRow
          label={label}
          fields={isLog ? declared.fields : firstTyped(declared.fields, (field) => shape(field).type === 'typed')}
          shape={shape}
          onAdd={(values) => any.edit((draft) => addTo(draft as object, { rows, kind: declared.kind }, values))}
        />
      )}
    </section>
  );
}

/** Who wrote an entry, and on which day. */
function Written({ by }: { readonly by: Provenance | undefined }) {
  const parts = [by?.author?.name, by?.at === undefined ? undefined : new Date(by.at).toLocaleDateString('en-GB')];
  return <small>{parts.filter(Boolean).join(', ')}</small>;
}

/** Of a new row the first field that is typed is asked for; the others are filled in where it stands then. */
function firstTyped(fields: Readonly<Record<string, RowField>>, isTyped: (field: RowField) => boolean) {
  const found = Object.entries(fields).find(([, field]) => isTyped(field));
  return found === undefined ? {} : Object.fromEntries([found]);
}

/** Adds a row, or appends an entry, to what a draft has of that name. */
function addTo(draft: object, { rows, kind }: { rows: string; kind: 'collection' | 'log' }, values: object): void {
  const found = (draft as Readonly<Record<string, AnyRows | undefined>>)[rows];
  if (kind === 'log') found?.append(values);
  else found?.add(values);
}

type AnyRows = Readonly<Record<'add' | 'append', (values: object) => string>>;
