import type { OpenSection } from '@caseweave/caseload';
import type { Provenance, RowField, SectionField } from '@caseweave/record';
import { rowWords, sayAt } from '../values/around.ts';
import type { Around } from '../values/value-input.ts';

/** Something that stands in the plan, with who wrote it and when. */
export interface Writing {
  readonly key: string;
  readonly label: string;
  readonly row: string | null;
  readonly words: string;
  readonly provenance: Provenance;
}

/** All that stands in a section now, the newest first. */
export function writingsOf(current: OpenSection['current'], around: Around): readonly Writing[] {
  const { schema } = current;
  const view: Readonly<Record<string, unknown>> = current.view();
  const of = (entity: string, path: string, field: SectionField | RowField, row: string | null): readonly Writing[] =>
    field.kind !== 'register' && field.kind !== 'progress' && field.kind !== 'set'
      ? []
      : current.provenance(entity, path).map((provenance) => ({
          key: `${provenance.client}.${provenance.clock}`,
          label: field.options.label ?? path,
          row,
          words: sayAt(schema, path, provenance.value, around),
          provenance,
        }));
  const writings = Object.entries(schema.fields).flatMap(([name, field]) =>
    field.kind !== 'collection'
      ? of('', name, field, null)
      : rowsOf(view[name]).flatMap(({ id }) => {
          const row = rowWords(schema, view, around, name, id);
          return Object.entries(field.fields).flatMap(([member, inner]) => of(id, `${name}.${member}`, inner, row));
        }),
  );
  return writings.toSorted((a, b) => (b.provenance.at ?? 0) - (a.provenance.at ?? 0));
}

const rowsOf = (value: unknown): readonly { readonly id: string }[] =>
  Array.isArray(value) ? (value as readonly { readonly id: string }[]) : [];
