import type { EntryField, RowField, SectionField } from '@caseweave/record';
import { builder } from '../builder.ts';
import { holdsValues, isOptional, typeOf, type ValueField } from './field-types.ts';

/** The fields that an edit may fill in, by their names in the section. */
type Fields = Readonly<Record<string, RowField | EntryField | SectionField>>;

/** What an input is made from. */
export interface ValuesInput {
  readonly description: string;
  readonly fields: Fields;
  /** Which fields have to be filled in: in an entry those that the section asks for, since nothing is added to it later. */
  readonly required: 'as-an-entry' | readonly string[];
  /** Whether plain texts may be given: a new row takes them; later they are written into by `addToText`. */
  readonly texts: boolean;
}

/** An input of an edit, made from what the section declares: its values are checked by the section once more. */
export function valuesInput(name: string, { description, fields, required, texts }: ValuesInput) {
  return builder.inputType(name, {
    description,
    fields: (t) => {
      const valueOf = (field: ValueField, isRequired: boolean) => {
        const type = typeOf(field);
        const description = `${field.options.label ?? 'Which'}.`;
        return field.kind === 'set'
          ? t.field({ type: [type], required: isRequired, description })
          : t.field({ type, required: isRequired, description });
      };
      const values = Object.entries(fields).flatMap(([own, field]) =>
        holdsValues(field) ? [[own, valueOf(field, isRequired(own, field, required))] as const] : [],
      );
      const plain = Object.entries(fields).flatMap(([own, { kind, options }]) =>
        kind === 'text' && texts ? [[own, t.string({ description: `${options.label ?? 'Words'}.` })] as const] : [],
      );
      return Object.fromEntries([...values, ...plain]);
    },
  });
}

function isRequired(name: string, field: ValueField, required: ValuesInput['required']): boolean {
  return required === 'as-an-entry' ? field.kind === 'register' && !isOptional(field) : required.includes(name);
}
