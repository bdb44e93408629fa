import { readFileSync } from 'node:fs';
import { printedSchema } from '@caseweave/server';
import { expect, test } from 'vitest';
import { schemaChanges } from './schema-changes.ts';

test('[G17] schema.graphql is the schema that is served; a change is listed here, to be reviewed and written by `npm run schema`', () => {
  const written = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  expect(schemaChanges(written, printedSchema())).toEqual([]);
  expect(printedSchema()).toBe(written);
});

test('[G17] a change is told as what it is to apps', () => {
  const before = 'type Query { a(x: Int): Int b: Kind } enum Kind { ONE }';
  const after = 'type Query { a(x: Int, y: Int): Int c: Kind } enum Kind { ONE TWO } type More { d: Int }';
  expect(schemaChanges(before, after)).toEqual([
    'BREAKING: Query.b was removed.',
    'DANGEROUS: An optional arg y on Query.a was added.',
    'DANGEROUS: TWO was added to enum type Kind.',
    'SAFE: Query.a(y) was added.',
    'SAFE: Query.c was added.',
    'SAFE: Kind.TWO was added.',
    'SAFE: More was added.',
  ]);
  expect(schemaChanges(before, `"""Words.""" ${before}`)).toEqual([
    'SAFE: words of the schema, or defaults, were changed.',
  ]);
  expect(schemaChanges(before, before)).toEqual([]);
});
