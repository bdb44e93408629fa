import { type FieldPlace, type ShownField, useField, useOpenRecord } from '@caseweave/react';
import type { DeltaInsert, SectionSchema } from '@caseweave/record';
import { RichTextField } from '../story/rich-text-field.tsx';
import { RichTextShown } from '../story/rich-text-shown.tsx';
import { rowWords, useAround } from '../values/around.ts';
import { inputOfField } from '../values/value-input.ts';
import { InlineField } from './inline-field.tsx';
import { LiveTextField } from './live-text-field.tsx';

interface Shown {
  /** What its row is called, where that is not the first of its values. */
  readonly name?: string | undefined;
  /** What is said where there is nothing yet: "Say who". */
  readonly blank?: string | undefined;
  /** Shows a code as a coloured tag. */
  readonly isTag?: boolean;
  /** Said behind the value: "overdue". */
  readonly mark?: string | undefined;
  /** What to write, for as long as nothing is written in a formatted text. */
  readonly hint?: string | undefined;
}

/** Which field it is, and how it is shown. */
export type FieldProps<Schema extends SectionSchema> = { readonly of: Schema } & FieldPlace<Schema> & Shown;

/**
 * A field of a section, or of one of its rows, edited in place. Its label, its input, its choices, the questions about it,
 * who wrote it and what has become of an edit follow from how it is declared.
 */
export function Field<Schema extends SectionSchema>(props: FieldProps<Schema>) {
  // Whoever uses it has given a place of the schema; here it is any.
  const { of, at, row, ...shown }: FieldProps<SectionSchema> = props;
  const field = useField(useOpenRecord(), of, at, row);
  return field === undefined ? null : <ShownAs field={field} schema={of} {...shown} />;
}

function ShownAs({ field, schema, name, blank, hint = '', ...value }: Shown & ShownAsProps) {
  const { field: declared, path, entity, view, section, canWrite } = field;
  const around = useAround(schema, view);
  const row = name ?? rowWords(schema, view, around, path.split('.')[0] ?? '', entity);
  const label = `${field.label.toLowerCase()}${entity === '' && name === undefined ? '' : `, ${row ?? 'without words'}`}`;
  switch (declared.kind) {
    case 'register':
    case 'progress':
    case 'set': {
      const input = inputOfField(declared, around);
      return input === null ? null : (
        <InlineField field={field} input={input} label={label} blank={blank ?? 'Add'} {...value} />
      );
    }
    case 'text':
      return (
        <LiveTextField
          key={section.generation}
          field={field}
          text={typeof field.value === 'string' ? field.value : ''}
          label={label}
          blank={blank ?? `Add ${field.label.toLowerCase()}`}
        />
      );
    case 'rich-text': {
      const common = { delta: deltaOf(field.value), blank: blank ?? 'Nothing is written here yet.' };
      if (entity !== '') return <RichTextShown {...common} />;
      return (
        <RichTextField section={section} path={path} label={field.label} hint={hint} canWrite={canWrite} {...common} />
      );
    }
    case 'position':
    case 'collection':
    case 'log':
      return null;
  }
}

interface ShownAsProps {
  readonly field: ShownField;
  readonly schema: SectionSchema;
}

const deltaOf = (value: unknown): readonly DeltaInsert[] =>
  typeof value === 'object' && value !== null && 'delta' in value && Array.isArray(value.delta)
    ? (value.delta as readonly DeltaInsert[])
    : [];
