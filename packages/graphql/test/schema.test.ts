import { readFile } from 'node:fs/promises';
import { graphqlSchema, printedSchema, schemaChanges } from '@caseweave/graphql';
import { isIntrospectionType, isSpecifiedScalarType, Kind, parse, visit } from 'graphql';
import { expect, test } from 'vitest';
import { repairs } from './repairs/repairs.ts';

const schema = graphqlSchema({ model: repairs });
const kept = new URL('./repairs/schema.graphql', import.meta.url);

test('[G34, G17] everything of a model is in its schema by the naming rule: that of a small model is the kept one', async () => {
  expect(schemaChanges(await readFile(kept, 'utf8'), printedSchema(schema))).toEqual([]);
});

test('[G34] a small model has so many types and no more', () => {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );

  expect(own.length).toBe(92);
});

test('[G17] everything has a description that says more than its name', () => {
  const described: { readonly name: string; readonly words: number }[] = [];
  visit(parse(printedSchema(schema)), {
    enter(node) {
      if (!('name' in node) || !('description' in node) || node.kind === Kind.ENUM_VALUE_DEFINITION) return;
      described.push({
        name: node.name?.value ?? node.kind,
        words: (node.description?.value ?? '').split(/\s+/).filter((word) => word !== '').length,
      });
    },
  });

  expect(described.length).toBeGreaterThan(300);
  expect(described.filter(({ words }) => words <= 2)).toEqual([]);
});
