import { readFileSync } from 'node:fs';
import { earlyHelp } from '@caseweave/family';
import { schemaChanges } from '@caseweave/graphql';
import { valueKindOf } from '@caseweave/model';
import { buildSchema, isIntrospectionType, isSpecifiedScalarType, Kind, parse, visit } from 'graphql';
import { expect, test } from 'vitest';
import { earlyHelpSchema, kept } from './early-help-schema.ts';

const schema = earlyHelpSchema();

test('[X1] schema.graphql is the schema that is served; a change is listed here, to be reviewed and written by `npm run schema`', () => {
  expect(schemaChanges(readFileSync(kept, 'utf8'), schema)).toEqual([]);
});

test('[X1] the schema has so many types and no more', () => {
  const own = Object.values(buildSchema(schema).getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );

  expect(own.length).toBe(252);
});

test('[X1] everything in the schema has a description that says more than its name', () => {
  const described: { readonly name: string; readonly words: number }[] = [];
  visit(parse(schema), {
    enter(node) {
      if (!('name' in node) || !('description' in node) || node.kind === Kind.ENUM_VALUE_DEFINITION) return;
      described.push({
        name: node.name?.value ?? node.kind,
        words: (node.description?.value ?? '').split(/\s+/).filter((word) => word !== '').length,
      });
    },
  });

  expect(described.length).toBeGreaterThan(1_000);
  expect(described.filter(({ words }) => words <= 2)).toEqual([]);
});

test('[X1] every field of every section says what it holds, so that none is left out', () => {
  const unsaid = earlyHelp.parts.flatMap((part) => {
    const { name, fields } = part.type === 'section' ? part.schema : part.schemaOf('example');
    return Object.entries(fields).flatMap(([own, field]) => {
      const inner =
        field.kind === 'collection' || field.kind === 'log' ? Object.entries(field.fields) : [[own, field] as const];
      return inner.flatMap(([member, of]) => {
        const isValue = of.kind === 'register' || of.kind === 'set';
        return isValue && of.target === undefined && valueKindOf(of.schema) === undefined
          ? [`${name} ${own}.${member}`]
          : [];
      });
    });
  });

  expect(unsaid).toEqual([]);
});
