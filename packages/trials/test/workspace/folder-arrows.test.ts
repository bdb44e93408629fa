import { expect, test } from 'vitest';
import { type FolderArrows, folderGraph, hasFolders, writtenArrows } from '../../src/workspace/folder-arrows.ts';
import { circlesIn } from '../../src/workspace/import-graph.ts';
import { workspaceMembers } from '../../src/workspace/repository.ts';

/** Where folders still point at one another, and no order can be written down. Each leaves this list as it is mended. */
const toBeMended: readonly string[] = [];

const members = workspaceMembers()
  .map(({ folder }) => folder)
  .filter((folder) => /^(packages|examples)\//.test(folder) && hasFolders(folder));

const ordered = members.filter((folder) => !toBeMended.includes(folder));

test.for(ordered)('%s: folders.json has every arrow to a folder of src that there is, and no other', (folder) => {
  const there = Array.from(folderGraph(folder), ([part, targets]) => [part, [...targets].filter(isFolder)] as const);

  expect(sorted(writtenArrows(folder) ?? {})).toEqual(sorted(Object.fromEntries(there)));
});

test.for(ordered)('%s: folders.json stands in order: a part imports only those that stand before it', (folder) => {
  const order = Object.keys(writtenArrows(folder) ?? {});
  const wrong = Array.from(folderGraph(folder)).flatMap(([part, targets]) => {
    const before = order.slice(0, order.indexOf(part));
    return [...targets].filter((target) => !before.includes(target)).map((target) => `${part} -> ${target}`);
  });

  expect(order.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

test.for(toBeMended)('%s still has folders in a circle; when it has none, its arrows are written down', (folder) => {
  expect(circlesIn(folderGraph(folder)).length).toBeGreaterThan(0);
  expect(writtenArrows(folder)).toBe(undefined);
});

const isFolder = (part: string): boolean => !part.includes('.');

const sorted = (arrows: FolderArrows): FolderArrows =>
  Object.fromEntries(Object.entries(arrows).map(([part, targets]) => [part, targets.toSorted()]));
