import { earlyHelp } from '@caseweave/family';
import { compareSchemas, openSection, readSection, schemaSummary, shapeOf } from '@caseweave/record';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { allSections, kept } from './releases.ts';

test('[S6] every section that is declared has a version that was kept', () => {
  expect(kept.map(({ name }) => name)).toEqual(
    expect.arrayContaining(allSections.map(({ name, version }) => `${name}@${version}`)),
  );
});

test.each(kept)('[S6] devices of $name and of today get on', ({ summary }) => {
  const schema = earlyHelp.section(summary.section)?.schema;
  expect(schema).toBeDefined();
  if (schema === undefined) return;

  expect(compareSchemas(summary, schemaSummary(schema)).filter(({ breaking }) => breaking)).toEqual([]);
});

test.each(kept)('[S6] a document of $name opens, with everything that was written in it', ({ summary, update }) => {
  const schema = earlyHelp.section(summary.section)?.schema;
  if (schema === undefined) throw new Error('There is no such section any more.');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const view = readSection(schema, doc) as Readonly<Record<string, unknown>>;

  const lost: string[] = [];
  for (const path of Object.keys(shapeOf(schema).fields).filter((field) => field in summary.fields)) {
    if (summary.fields[path]?.kind === 'position') continue;
    const [group = '', field] = path.split('.');
    const shown = view[group];
    const value = field === undefined ? shown : (shown as readonly Readonly<Record<string, unknown>>[])[0]?.[field];
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
      lost.push(path);
  }
  expect(lost).toEqual([]);
  expect(openSection(schema, { doc, now: () => 0, newId: () => 'new', authorOf: () => undefined }).questions()).toEqual(
    [],
  );
});
