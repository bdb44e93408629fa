import type { SectionSchema, WrittenValue } from '@caseweave/record';
import { type NamingKind, namedIn } from '../values/named-in.ts';
import { type ValueKind, valueKindOf } from '../values/value-kind.ts';

/** A kind of value that is the id of somebody, of something, or of a row of the section. */
export type IdKind = NamingKind | Extract<ValueKind, { readonly type: 'row' }>;

/** An id that an edit wrote. */
export interface WrittenId {
  readonly path: string;
  readonly kind: IdKind;
  readonly id: string;
}

/** The ids among the values that an edit wrote, by what the fields say that they hold. */
export const writtenIds = (schema: SectionSchema, written: readonly WrittenValue[]): readonly WrittenId[] =>
  written.flatMap(({ path, value }) => {
    const { kind, isSet } = declaredAt(schema, path);
    if (kind === undefined) return [];
    const values: readonly unknown[] = isSet && Array.isArray(value) ? value : [value];
    return values.flatMap((one) => Array.from(idsIn(kind, one), (found) => ({ path, ...found })));
  });

function* idsIn(kind: ValueKind, value: unknown): Generator<{ readonly kind: IdKind; readonly id: string }> {
  if (kind.type !== 'row') yield* namedIn(kind, value);
  else if (typeof value === 'string') yield { kind, id: value };
}

interface Declared {
  readonly kind: ValueKind | undefined;
  readonly isSet: boolean;
}

/** What a field says that it holds, by its path: `title`, or `steps.by`. */
function declaredAt({ fields }: SectionSchema, path: string): Declared {
  const [first = '', second = ''] = path.split('.');
  const outer = fields[first];
  const field = outer?.kind === 'collection' || outer?.kind === 'log' ? outer.fields[second] : outer;
  if (field === undefined || !('schema' in field)) return { kind: undefined, isSet: false };
  return { kind: valueKindOf(field.schema), isSet: field.kind === 'set' };
}
