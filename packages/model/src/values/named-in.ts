import type { ValueKind } from './value-kind.ts';

/** A kind of value that is the id of somebody or something. */
export type NamingKind = Extract<ValueKind, { readonly type: 'who' | 'record' | 'who-or-record' | 'unit' }>;

/** Everybody and everything that a value names by id, wherever in it, with the kind of value that says so. */
export function* namedIn(
  kind: ValueKind,
  value: unknown,
): Generator<{ readonly kind: NamingKind; readonly id: string }> {
  if (value === null || value === undefined) return;
  switch (kind.type) {
    case 'who':
    case 'record':
    case 'who-or-record':
    case 'unit':
      if (typeof value === 'string') yield { kind, id: value };
      return;
    case 'list':
      if (Array.isArray(value)) for (const one of value) yield* namedIn(kind.of, one);
      return;
    case 'group':
      for (const [name, member] of Object.entries(kind.fields))
        yield* namedIn(member.kind, (value as Readonly<Record<string, unknown>>)[name]);
      return;
    case 'code':
    case 'day':
    case 'moment':
    case 'line':
    case 'passage':
    case 'number':
    case 'truth':
    case 'identifier':
    case 'row':
      return;
  }
}
