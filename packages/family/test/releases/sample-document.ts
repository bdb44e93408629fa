import { openSection, type SectionSchema } from '@caseweave/record';
import * as Y from 'yjs';

/** Values of many kinds, of which each field takes those that it allows. */
const candidates: readonly unknown[] = [
  'Seen at home, all well',
  '2026-01-02',
  true,
  4,
  '9990000018',
  'A950000178301',
  '100023336956',
  { who: 'asha', mark: 'attended', markedBy: 'lead' },
];

/** A document of a section with something in every field, written by its current version; always the same. */
export function sampleDocument(schema: SectionSchema, codes: readonly unknown[]): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  let made = 0;
  const newId = (): string => `row${(made += 1)}`;
  const section = openSection(schema, { doc, now: () => 1_790_000_000_000, newId, authorOf: () => undefined });
  const outcome = section.edit((draft) => {
    // By its fields, whatever section it is: no type says more.
    fill(draft as Writable, schema.fields, codes);
  });
  if (outcome.type === 'refused') throw new Error(JSON.stringify(outcome.refusals));
  return doc;
}

type Writable = Record<string, unknown>;
type Fields = Readonly<Record<string, SectionSchema['fields'][string] | { readonly kind: 'position' }>>;

function fill(draft: Writable, fields: Fields, codes: readonly unknown[]): void {
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'register') draft[name] = allowed(field.schema, codes);
    if (field.kind === 'progress') draft[name] = field.steps.flat().at(-1);
    if (field.kind === 'set') (draft[name] as Set<unknown>).add(allowed(field.schema, codes));
    if (field.kind === 'text' || field.kind === 'rich-text') {
      (draft[name] as { insert(at: number, text: string): void }).insert(0, `Words of ${name}.`);
    }
    if (field.kind === 'collection') {
      const rows = draft[name] as { add(row: object): string; byId(id: string): Writable };
      fill(rows.byId(rows.add({})), field.fields, codes);
    }
    if (field.kind === 'log') {
      const entry = Object.entries(field.fields).map(([member, { kind, schema }]) => {
        const value = allowed(schema, codes);
        return [member, kind === 'set' ? [value] : value] as const;
      });
      (draft[name] as { append(entry: object): string }).append(Object.fromEntries(entry));
    }
  }
}

function allowed(
  schema: Extract<SectionSchema['fields'][string], { readonly kind: 'register' }>['schema'],
  codes: readonly unknown[],
): unknown {
  const found = [...candidates, ...codes].find((value) => {
    const result = schema['~standard'].validate(value);
    return !(result instanceof Promise) && result.issues === undefined;
  });
  if (found === undefined) throw new Error('A field allows none of the sample values: add one that it allows.');
  return found;
}
