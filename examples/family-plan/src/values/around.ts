import type { SectionSchema } from '@caseweave/record';
import { useMemo } from 'react';
import { type PeopleOfPlan, usePeople } from '../families/people-context.tsx';
import { type Around, inputOfField } from './value-input.ts';

/** What the values of a section name. */
function aroundOf(schema: SectionSchema, view: object, people: PeopleOfPlan): Around {
  const around: Around = {
    people,
    rows: (name) => {
      const rows: unknown = (view as Readonly<Record<string, unknown>>)[name];
      return (Array.isArray(rows) ? (rows as readonly { readonly id: string }[]) : []).map(({ id }) => ({
        value: id,
        words: rowWords(schema, view, around, name, id) ?? 'without words',
      }));
    },
  };
  return around;
}

/** What the values of a section name, in the record that is open. */
export function useAround(schema: SectionSchema, view: object): Around {
  const people = usePeople();
  return useMemo(() => aroundOf(schema, view, people), [schema, view, people]);
}

/** What a row or an entry is called: the first of its single values that is filled in, in words. */
export function rowWords(
  { fields }: SectionSchema,
  view: object,
  around: Around,
  name: string,
  id: string,
): string | null {
  const declared = fields[name];
  if (declared === undefined || !('fields' in declared)) return null;
  const rows = (view as Readonly<Record<string, { byId(id: string): object | undefined } | undefined>>)[name];
  const row = rows?.byId(id) as Readonly<Record<string, unknown>> | undefined;
  if (row === undefined) return null;
  for (const [member, field] of Object.entries(declared.fields)) {
    const value = row[member] ?? null;
    if (field.kind === 'register' && value !== null) return inputOfField(field, around)?.say(value) ?? null;
  }
  return null;
}

/** Says a value of a field of a section in words; of a set, one member of it. */
export function sayAt({ fields }: SectionSchema, path: string, value: unknown, around: Around): string {
  const [first = '', name] = path.split('.');
  const declared = fields[first];
  const field = declared !== undefined && 'fields' in declared ? declared.fields[name ?? ''] : declared;
  if (value === null || value === undefined) return 'blank';
  return field === undefined ? JSON.stringify(value) : (inputOfField(field, around)?.say(value) ?? '');
}
