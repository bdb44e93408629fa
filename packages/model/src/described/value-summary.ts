import type { ValueKind } from '../values/value-kind.ts';

/** What a value is, as plain data; a code list by its id. */
export type ValueSummary =
  | Exclude<ValueKind, { readonly type: 'code' | 'list' | 'group' }>
  | { readonly type: 'code'; readonly list: string }
  | { readonly type: 'list'; readonly of: ValueSummary }
  | { readonly type: 'group'; readonly fields: Readonly<Record<string, FieldOfGroup>> };

/** A member of a group, as plain data. */
export interface FieldOfGroup {
  readonly label: string;
  readonly isOptional: boolean;
  readonly value: ValueSummary;
}

/** Sums up a value kind as plain data. */
export function valueSummary(kind: ValueKind): ValueSummary {
  switch (kind.type) {
    case 'code':
      return { type: 'code', list: kind.list.id };
    case 'list':
      return { type: 'list', of: valueSummary(kind.of) };
    case 'group':
      return {
        type: 'group',
        fields: Object.fromEntries(
          Object.entries(kind.fields).map(([name, { label, isOptional, kind: value }]) => [
            name,
            { label, isOptional, value: valueSummary(value) },
          ]),
        ),
      };
    case 'day':
    case 'moment':
    case 'line':
    case 'passage':
    case 'number':
    case 'truth':
    case 'who':
    case 'record':
    case 'who-or-record':
    case 'row':
    case 'unit':
    case 'identifier':
      return kind;
  }
}
