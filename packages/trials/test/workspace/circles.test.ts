import { expect, test } from 'vitest';
import { circlesIn, importGraph } from '../../src/workspace/import-graph.ts';
import { workspaceMembers } from '../../src/workspace/repository.ts';

test.for(workspaceMembers().map(({ folder }) => folder))(
  '%s: no file imports itself by way of others, for types neither: a type that two need has a file',
  (folder) => {
    const graph = importGraph(folder);

    expect(graph.size).toBeGreaterThan(0);
    expect(circlesIn(graph)).toEqual([]);
  },
);

test('a circle is found and told by its shortest way round', () => {
  const to = (...names: readonly string[]): ReadonlySet<string> => new Set(names);
  const graph = new Map([
    ['a', to('b', 'd')],
    ['b', to('c')],
    ['c', to('d')],
    ['d', to('a')],
    ['e', to('a')],
  ]);

  expect(circlesIn(graph)).toEqual(['a -> d -> a', 'b -> c -> d -> a -> b']);
});
