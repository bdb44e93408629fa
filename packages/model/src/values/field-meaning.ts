import type { EntryField, RefTarget, RowField, SectionField } from '@caseweave/record';
import { codeList } from './code-list.ts';
import { type ValueKind, isOptionalValue, valueKindOf } from './value-kind.ts';

/** What a field of a section, of its rows or of its entries is to a screen and to an API. */
export type FieldMeaning =
  /** One value, or several of a sort. */
  | { readonly type: 'value'; readonly kind: ValueKind; readonly isSet: boolean; readonly isOptional: boolean }
  /** The id of a row or entry, or several. */
  | { readonly type: 'ref'; readonly target: RefTarget; readonly isSet: boolean; readonly isOptional: boolean }
  /** Words that several people may type in at once. */
  | { readonly type: 'text'; readonly isRich: boolean }
  /** The place among the rows: it shows in their order alone. */
  | { readonly type: 'position' }
  /** It does not say what it holds. */
  | { readonly type: 'unsaid' };

/** A field that is no rows. */
export type PlainField = Exclude<RowField | EntryField | SectionField, { readonly kind: 'collection' | 'log' }>;

/**
 * Tells what a field is.
 *
 * @param states - how the list is called that the states of a progress without a list of its own are made into
 */
export function meaningOf(field: PlainField, states = 'states'): FieldMeaning {
  switch (field.kind) {
    case 'position':
      return { type: 'position' };
    case 'text':
    case 'rich-text':
      return { type: 'text', isRich: field.kind === 'rich-text' };
    case 'progress': {
      const { options } = field;
      const entries = field.steps.flat().map((code) => ({ code, label: options.words?.(code) ?? code }));
      const kind = valueKindOf(field) ?? { type: 'code', list: codeList(states, 'local', entries) };
      return { type: 'value', kind, isSet: false, isOptional: true };
    }
    case 'register':
    case 'set': {
      const isSet = field.kind === 'set';
      const isOptional = isSet || isOptionalValue(field.schema);
      if (field.target !== undefined) return { type: 'ref', target: field.target, isSet, isOptional };
      const kind = valueKindOf(field.schema);
      if (kind === undefined) return { type: 'unsaid' };
      return kind.type === 'row'
        ? { type: 'ref', target: { type: 'own', rows: kind.rows }, isSet, isOptional }
        : { type: 'value', kind, isSet, isOptional };
    }
  }
}
