import { meaningOf, type ValueKind } from '@caseweave/model';
import type { RowField, SectionField, SectionSchema } from '@caseweave/record';
import { rowWords, rowsIn } from './rows.ts';
import { valueWords } from './value-words.ts';

/** A value that may be chosen, with its words. */
export interface Choice {
  readonly value: unknown;
  readonly words: string;
}

/** How a field is written on a plain page. */
export type FieldShape =
  | { readonly type: 'one-of' | 'some-of'; readonly choices: readonly Choice[] }
  | { readonly type: 'typed'; readonly kind: TypedKind }
  /** Typed in with others. */
  | { readonly type: 'text' }
  /** Shown, and written by other means. */
  | { readonly type: 'shown' };

/** A kind of value that is typed in an input. */
export type TypedKind = Extract<ValueKind, { readonly type: 'line' | 'passage' | 'day' | 'number' | 'identifier' }>;

/** Tells how a field is written, from what it says that it holds. @param view - has the rows that it may refer to */
export function shapeOfField(schema: SectionSchema, field: SectionField | RowField, view: object): FieldShape {
  if (field.kind === 'collection' || field.kind === 'log') return { type: 'shown' };
  const meaning = meaningOf(field);
  switch (meaning.type) {
    case 'text':
      return { type: meaning.isRich ? 'shown' : 'text' };
    case 'ref': {
      const { target, isSet } = meaning;
      if (target.type === 'other') return { type: 'shown' };
      const rows = rowsIn(view, target.rows);
      return chosen(
        isSet,
        rows.map((row) => ({ value: row.id, words: rowWords(schema, target.rows, row) })),
      );
    }
    case 'value': {
      const { kind, isSet } = meaning;
      if (kind.type === 'code')
        return chosen(
          isSet,
          kind.list.entries.map(({ code, label }) => ({ value: code, words: label })),
        );
      if (kind.type === 'truth')
        return chosen(
          isSet,
          [true, false].map((value) => ({ value, words: valueWords(field, value) })),
        );
      return !isSet && isTyped(kind) ? { type: 'typed', kind } : { type: 'shown' };
    }
    case 'position':
    case 'unsaid':
      return { type: 'shown' };
  }
}

const chosen = (isSet: boolean, choices: readonly Choice[]): FieldShape => ({
  type: isSet ? 'some-of' : 'one-of',
  choices,
});

function isTyped(kind: ValueKind): kind is TypedKind {
  switch (kind.type) {
    case 'line':
    case 'passage':
    case 'day':
    case 'number':
    case 'identifier':
      return true;
    case 'code':
    case 'truth':
    case 'row':
    case 'moment':
    case 'who':
    case 'record':
    case 'who-or-record':
    case 'unit':
    case 'list':
    case 'group':
      return false;
  }
}
