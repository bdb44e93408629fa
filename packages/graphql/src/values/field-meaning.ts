import { codeList, isOptionalValue, valueKindOf, type ValueKind } from '@caseweave/model';
import type { EntryField, RefTarget, RowField, SectionField } from '@caseweave/record';
import { typeName } from '../names/words.ts';

/** What a field of a section or of its rows is to the API. */
export type FieldMeaning =
  /** One value, or several of a sort. */
  | { readonly type: 'value'; readonly kind: ValueKind; readonly isSet: boolean; readonly isOptional: boolean }
  /** The id of a row or entry, or several. */
  | { readonly type: 'ref'; readonly target: RefTarget; readonly isSet: boolean; readonly isOptional: boolean }
  | { readonly type: 'text' }
  /** The place among the rows: it shows in their order alone. */
  | { readonly type: 'position' }
  /** It does not say what it holds, so the API has no type for it. */
  | { readonly type: 'unsaid' };

/** A field that is no rows. */
export type PlainField = Exclude<RowField | EntryField | SectionField, { readonly kind: 'collection' | 'log' }>;

/**
 * Tells what a field is.
 *
 * @param of - what it is a field of, by which states without a list are named: the status of an action is `ActionStatus`
 */
export function meaningOf(of: string, name: string, field: PlainField): FieldMeaning {
  switch (field.kind) {
    case 'position':
      return { type: 'position' };
    case 'text':
    case 'rich-text':
      return { type: 'text' };
    case 'progress': {
      const { options } = field;
      const entries = field.steps.flat().map((code) => ({ code, label: options.words?.(code) ?? code }));
      const list = codeList(`${typeName(of)}${typeName(name)}`, 'local', entries);
      const kind = valueKindOf(field) ?? { type: 'code', list };
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
