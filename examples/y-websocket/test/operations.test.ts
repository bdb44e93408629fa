import { readFileSync } from 'node:fs';
import { buildSchema, parse, print, validate } from 'graphql';
import { expect, test } from 'vitest';
import { FamilyStoryDocument } from '../src/generated/graphql.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const operations = parse(read('../src/operations.graphql'));

test('what the example asks fits the schema that the server publishes', () => {
  const schema = buildSchema(read('../../../packages/early-help-server/schema.graphql'));
  expect(validate(schema, operations).map(({ message }) => message)).toEqual([]);
});

test('its operation was generated as it is written: `npm run schema` does that', () => {
  expect(print(parse(FamilyStoryDocument.toString()))).toBe(print(operations));
});
