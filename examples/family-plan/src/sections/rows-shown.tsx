import { refusalWords, type ShownSection } from '@caseweave/react';
import { isUnshownIn, type RowField, type SectionField } from '@caseweave/record';
import { meaningOf } from '@caseweave/model';
import { useState } from 'react';
import { AddEntry } from '../fields/add-entry.tsx';
import { Field } from '../fields/field.tsx';
import { StrikeRow } from '../fields/strike-row.tsx';
import { rowWords, useAround } from '../values/around.ts';

interface RowsShownProps {
  readonly shown: ShownSection;
  readonly rows: string;
  readonly field: Extract<SectionField, { readonly kind: 'collection' | 'log' }>;
  readonly label: string;
}

interface AnyRow {
  readonly id: string;
  readonly [name: string]: unknown;
}

type Rows = Readonly<Record<string, { add(row: object): string } | undefined>>;

/** The rows or entries of a section, each with all that it says; to add to where one may. */
export function RowsShown({ shown, rows, field, label }: RowsShownProps) {
  const { section, view, canWrite, canAppend } = shown;
  const { schema } = section.current;
  const around = useAround(schema, view);
  const [problem, setProblem] = useState<string | null>(null);
  const list = (view as Readonly<Record<string, readonly AnyRow[] | undefined>>)[rows] ?? [];
  const isLog = field.kind === 'log';
  const mayAdd = isLog ? canAppend : canWrite;
  if (list.length === 0 && !mayAdd) return null;
  const fields = Object.entries(field.fields).filter(([, declared]) => isForPeople(declared));
  const add = () => setProblem(refusalWords(section.edit((draft) => (draft as Rows)[rows]?.add({}))));
  return (
    <>
      <h4 className="govuk-heading-s">{label}</h4>
      {isLog && mayAdd && <AddEntry of={schema} at={rows} />}
      <ul className="app-rows">
        {list.map((row) => (
          <li key={row.id}>
            <dl className="app-details">
              {fields.map(([name, { options }]) =>
                (canWrite && !isLog) || isSaid(row[name]) || isUnshownIn(row, name) ? (
                  <div key={name}>
                    <dt>{options.label ?? name}</dt>
                    <dd>
                      <Field of={schema} at={`${rows}.${name}`} row={row.id} />
                    </dd>
                  </div>
                ) : null,
              )}
            </dl>
            {!isLog && (
              <StrikeRow
                of={schema}
                rows={rows}
                row={row.id}
                name={`${label.toLowerCase()} ${rowWords(schema, view, around, rows, row.id) ?? 'without words'}`}
              />
            )}
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      {!isLog && mayAdd && (
        <button type="button" className="app-add" onClick={add}>
          <span aria-hidden="true">+ </span>Add: {label.toLowerCase()}
        </button>
      )}
    </>
  );
}

/** A place shows in the order of the rows, and which household it is tells machines. */
function isForPeople(declared: RowField): boolean {
  const meaning = meaningOf(declared);
  return meaning.type !== 'position' && (meaning.type !== 'value' || !isHousehold(meaning.kind));
}

const isHousehold = (kind: { readonly type: string; readonly scheme?: string }): boolean =>
  kind.type === 'identifier' && kind.scheme === 'household';

const isSaid = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
