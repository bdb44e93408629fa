import { readFileSync } from 'node:fs';
import { graphqlSchema } from '@caseweave/graphql';
import { readRights } from '@caseweave/model';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { repairs } from '../../examples/repairs/src/model.ts';
import { root, textOf } from '../src/repository.ts';

const snippet = (name: string): string => readFileSync(`${root}docs/snippets/domain/${name}`, 'utf8');

test('the operations of the page are of the schema that follows from the model', () => {
  expect(validate(graphqlSchema({ model: repairs }), parse(snippet('repairs.graphql')))).toEqual([]);
});

test('the rights table of the page narrows that of the model', () => {
  expect(readRights(repairs, JSON.parse(snippet('rights.json')))).toMatchObject({
    type: 'rights',
    rights: { 'job.office': { contractor: { level: 'read', when: 'open' }, officer: 'append' } },
  });
});

test('the page says how many lines the example has', () => {
  const files = ['index.html', 'src/main.tsx', 'src/model.ts', 'src/repairs-page.tsx', 'src/server.ts'];
  const lines = files.map((name) => textOf(`examples/repairs/${name}`).trimEnd().split('\n').length);

  expect(textOf('docs/guide/your-own-domain.md')).toContain(`are ${lines.reduce((sum, one) => sum + one)} lines`);
});
