import type { OpenRecord } from '@caseweave/caseload';
import type { SectionSchema } from '@caseweave/record';
import { useId } from 'react';
import type { FieldPlace } from '../field-at.ts';
import type { ShownField } from '../shown-field.ts';
import { useField } from '../use-field.ts';
import { OneOf, SharedText, SomeOf, TypedInput } from './field-input.tsx';
import { type FieldShape, shapeOfField } from './field-shape.ts';
import { Question } from './question.tsx';
import { valueWords } from './value-words.ts';

/** What a field is shown by. */
export type FieldProps<Schema extends SectionSchema> = FieldPlace<Schema> & {
  readonly record: OpenRecord | undefined;
  readonly of: Schema;
};

/**
 * One field: its label, an input by what it holds, what is not on the server yet, and the questions about it. Where one may
 * not write, and for what is written by other means, what it says.
 */
export function Field<Schema extends SectionSchema>({ record, of, at, row }: FieldProps<Schema>) {
  // Of any schema any place may be named.
  const [any, place]: [SectionSchema, string] = [of, at];
  const field = useField(record, any, place, row);
  const id = useId();
  if (field === undefined) return null;
  const { state, canWrite, questions, isUnshown } = field;
  return (
    <div className="cw-field">
      <FieldValue id={id} field={field} shape={shapeOfField(of, field.field, field.view)} />
      {isUnshown && <p>Somebody wrote this by a newer version of this app. Load the app again to see it.</p>}
      {state !== undefined && <small>{state === 'on-device' ? 'On this device only' : 'Needs attention'}</small>}
      {questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          onSettle={canWrite ? (value) => void field.settle(question.id, value) : undefined}
        />
      ))}
    </div>
  );
}

interface FieldValueProps {
  readonly id: string;
  readonly field: ShownField;
  readonly shape: FieldShape;
}

function FieldValue({ id, field, shape }: FieldValueProps) {
  if (!field.canWrite || field.isUnshown || shape.type === 'shown')
    return (
      <p>
        <b>{field.label}</b> {wordsOf(field, shape) || 'Not given'}
      </p>
    );
  if (shape.type === 'some-of') return <SomeOf id={id} field={field} choices={shape.choices} />;
  return (
    <>
      <label htmlFor={id}>{field.label}</label>
      {shape.type === 'one-of' && <OneOf id={id} field={field} choices={shape.choices} />}
      {shape.type === 'typed' && <TypedInput id={id} field={field} kind={shape.kind} />}
      {shape.type === 'text' && <SharedText key={field.section.generation} id={id} field={field} />}
    </>
  );
}

function wordsOf({ field, value }: ShownField, shape: FieldShape): string {
  if (!('choices' in shape)) return valueWords(field, value);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values
    .map((one) => shape.choices.find((choice) => choice.value === one)?.words ?? valueWords(field, one))
    .join(', ');
}
