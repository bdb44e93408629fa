import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, print, validate } from 'graphql';
import { expect, test } from 'vitest';
import * as generated from '../src/generated/graphql.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const operations = parse(read('../src/server/operations.graphql'));

test('what the app asks fits the schema that the server publishes', () => {
  const schema = buildSchema(read('../../../packages/early-help-server/schema.graphql'));
  expect(validate(schema, operations).map(({ message }) => message)).toEqual([]);
});

test('each operation was generated as it is written, and is on the list that a server in production takes', () => {
  const listed = JSON.parse(read('../src/generated/persisted-documents.json')) as Record<string, string>;
  const documents = generated as Readonly<Record<string, unknown>>;
  for (const definition of operations.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const document = documents[`${definition.name?.value}Document`] as generated.TypedDocumentString<unknown, unknown>;
    expect(print(parse(document.toString()))).toBe(print(definition));
    const hash = String(document.__meta__?.['hash']);
    expect(hash).toBe(
      `sha256:${createHash('sha256')
        .update(listed[hash] ?? '')
        .digest('hex')}`,
    );
  }
});
