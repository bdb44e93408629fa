import type { Shape as CheckedShape } from '@caseweave/protocol';
import type { Shape as EmittedShape } from '@caseweave/record';
import { expect, expectTypeOf, test } from 'vitest';
import { exportedNames } from '../../src/workspace/exported-names.ts';
import { workspaceMembers } from '../../src/workspace/repository.ts';

/** What two packages declare in the same words, since neither may import the other. */
const sameMeaning: readonly string[] = ['Acts', 'FieldShape', 'Shape'];

/** What the family and the server still call as another package does; each leaves this list as it is renamed. */
const toBeRenamed: readonly string[] = ['Command', 'run'];

const packages = workspaceMembers()
  .map(({ folder }) => folder)
  .filter((folder) => folder.startsWith('packages/') && folder !== 'packages/trials');

const declared = packages.flatMap((folder) => Array.from(exportedNames(folder), ([name, at]) => ({ name, at })));

/** The names under which packages export what is declared in several places. */
const ambiguous = Array.from(
  Map.groupBy(declared, ({ name }) => name),
  ([name, found]) => ({ name, at: [...new Set(found.map(({ at }) => at))] }),
).filter(({ at }) => at.length > 1);

test('no two packages export two things under one name', () => {
  expect(declared.length).toBeGreaterThan(500);
  expect(ambiguous.filter(({ name }) => ![...sameMeaning, ...toBeRenamed].includes(name))).toEqual([]);
});

test('what is said to be renamed yet, or to mean the same twice, is still so', () => {
  const names = new Set(ambiguous.map(({ name }) => name));

  expect([...toBeRenamed, ...sameMeaning].filter((name) => !names.has(name))).toEqual([]);
});

test('the shape that a record emits is the one that the protocol checks', () => {
  expectTypeOf<EmittedShape>().toEqualTypeOf<CheckedShape>();
});
