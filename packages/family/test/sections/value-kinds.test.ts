import { earlyHelp } from '@caseweave/family';
import { nothingKnown, valueKindOf } from '@caseweave/model';
import type { EntryField, RowField, SectionField } from '@caseweave/record';
import { expect, test } from 'vitest';

type Field = SectionField | RowField | EntryField;

function* valueFields(path: string, field: Field): Generator<readonly [string, object]> {
  if (field.kind === 'register' || field.kind === 'set') yield [path, field.schema];
  // Its states are said where the field is declared: it has no schema.
  if (field.kind === 'progress') yield [path, field];
  if (field.kind === 'collection' || field.kind === 'log')
    for (const [name, member] of Object.entries<Field>(field.fields)) yield* valueFields(`${path}.${name}`, member);
}

const schemas = earlyHelp.parts.map((part) => (part.type === 'section' ? part.schema : part.schemaOf('oak-school')));

test.each(schemas.map((schema) => [schema.name, schema] as const))(
  '[S7] each field of %s says what it holds',
  (_, schema) => {
    const fields = Object.entries(schema.fields).flatMap(([name, field]) => [...valueFields(name, field)]);
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.flatMap(([path, said]) => (valueKindOf(said) === undefined ? [path] : []))).toEqual([]);
  },
);

test('[S1] the notes of a family are those of the agencies in its team', () => {
  const team = [{ principal: 'teacher', from: 0, to: null }];
  const facts = {
    status: 'open',
    hub: null,
    lead: null,
    team,
    grants: [],
    barred: [],
    socialCareOpenTo: [],
    persons: [],
  };
  const state = { record: 'family', kind: 'family', facts, linkedFrom: [] };
  const teacher = { id: 'teacher', agency: { id: 'oak-school' } };
  const known = { ...nothingKnown, who: () => ({ who: teacher, name: 'Claire', organisation: 'Oak' }) };
  const named = (kind: string) =>
    earlyHelp.parts.flatMap((part) => (part.type === 'section' && part.kind === kind ? [part.schema.name] : []));
  expect(earlyHelp.sectionNames(state, known)).toEqual([...named('family'), 'notes.oak-school']);
  expect(earlyHelp.sectionNames({ ...state, kind: 'person' }, known)).toEqual(named('person'));
});
