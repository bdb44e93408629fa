import type { OpenSection } from '@caseweave/caseload';
import type { Provenance } from '@caseweave/record';

/** Something that stands in the plan, with who wrote it and when. */
export interface Writing {
  readonly key: string;
  readonly label: string;
  readonly row: string | null;
  readonly words: string;
  readonly provenance: Provenance;
}

type AnyField = OpenSection['current']['schema']['fields'][string];

/** All that stands in a section now, the newest first. */
export function writingsOf(current: OpenSection['current']): readonly Writing[] {
  const writings: Writing[] = [];
  const view: Readonly<Record<string, unknown>> = current.view();
  const add = (entity: string, path: string, field: AnyField, row: string | null) => {
    if (field.kind === 'text' || field.kind === 'rich-text') return;
    for (const provenance of current.provenance(entity, path)) {
      writings.push({
        key: `${provenance.client}.${provenance.clock}`,
        label: field.options.label ?? path,
        row,
        words: inWords(field, provenance.value),
        provenance,
      });
    }
  };
  for (const [name, field] of Object.entries(current.schema.fields)) {
    if (field.kind !== 'collection' && field.kind !== 'log') {
      add('', name, field, null);
      continue;
    }
    if (field.kind === 'log') continue;
    for (const row of rowsOf(view[name])) {
      const title = firstWords(row);
      for (const [member, inner] of Object.entries(field.fields)) {
        if (inner.kind !== 'position') add(row.id, `${name}.${member}`, inner, title);
      }
    }
  }
  return writings.toSorted((a, b) => (b.provenance.at ?? 0) - (a.provenance.at ?? 0));
}

interface AnyRow {
  readonly id: string;
}

const rowsOf = (value: unknown): readonly AnyRow[] =>
  Array.isArray(value)
    ? value.filter((row): row is AnyRow => typeof row === 'object' && row !== null && 'id' in row)
    : [];

/** The words by which people know a row. */
function firstWords(row: AnyRow): string | null {
  const named: Readonly<Record<string, unknown>> = { ...row };
  const words = named['title'] ?? named['what'] ?? named['text'] ?? named['dueOn'];
  return typeof words === 'string' ? words : null;
}

function inWords(field: AnyField, value: Provenance['value']): string {
  if (value === null) return 'blank';
  const { options } = field;
  // The field's own words are for values of its own kind, which is what its claims hold.
  if ('words' in options && options.words !== undefined) return (options.words as (value: unknown) => string)(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
