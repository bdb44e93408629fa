import type { EditOutcome, RowField } from '@caseweave/record';
import { type FormEvent, useId, useState } from 'react';
import { refusalWords } from '../refusal-words.ts';
import type { FieldShape } from './field-shape.ts';

interface AddRowProps {
  /** What one row is called. */
  readonly label: string;
  /** The fields that are asked for, by name. */
  readonly fields: Readonly<Record<string, RowField>>;
  readonly shape: (field: RowField) => FieldShape;
  readonly onAdd: (values: Readonly<Record<string, unknown>>) => EditOutcome<unknown>;
}

/** A form for a new row or entry. */
export function AddRow({ label, fields, shape, onAdd }: AddRowProps) {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const values = Object.entries(fields).flatMap(([name, field]) => {
      const typed = given.get(name);
      const value = typeof typed !== 'string' || typed === '' ? undefined : valueFrom(shape(field), typed);
      return value === undefined ? [] : [[name, value] as const];
    });
    const outcome = onAdd(Object.fromEntries(values));
    setProblem(refusalWords(outcome));
    if (outcome.type !== 'refused') form.reset();
  };
  return (
    <form onSubmit={add} className="cw-field">
      {Object.entries(fields).map(([name, field]) => (
        <NewValue key={name} id={`${id}${name}`} name={name} row={label} field={field} shape={shape(field)} />
      ))}
      {problem !== null && <p role="alert">{problem}</p>}
      <button type="submit">{`Add: ${label.toLowerCase()}`}</button>
    </form>
  );
}

interface NewValueProps {
  readonly id: string;
  readonly name: string;
  readonly row: string;
  readonly field: RowField;
  readonly shape: FieldShape;
}

function NewValue({ id, name, row, field, shape }: NewValueProps) {
  const label = field.options.label ?? name;
  const called = `New ${row.toLowerCase()}${label === row ? '' : `: ${label.toLowerCase()}`}`;
  return (
    <>
      <label htmlFor={id}>{called}</label>
      {shape.type === 'one-of' ? (
        <select id={id} name={name} defaultValue="">
          <option value="" />
          {shape.choices.map(({ words }, place) => (
            <option key={words} value={place}>
              {words}
            </option>
          ))}
        </select>
      ) : shape.type === 'typed' && shape.kind.type === 'passage' ? (
        <textarea id={id} name={name} rows={3} />
      ) : (
        <input id={id} name={name} type={inputType(shape)} />
      )}
    </>
  );
}

function inputType(shape: FieldShape): 'text' | 'date' | 'number' {
  if (shape.type !== 'typed') return 'text';
  return shape.kind.type === 'day' ? 'date' : shape.kind.type === 'number' ? 'number' : 'text';
}

function valueFrom(shape: FieldShape, typed: string): unknown {
  if (shape.type === 'one-of') return shape.choices[Number(typed)]?.value;
  return shape.type === 'typed' && shape.kind.type === 'number' ? Number(typed) : typed;
}
