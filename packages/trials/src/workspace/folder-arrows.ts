import { z } from 'zod';
import { type Graph, groupedGraph, importGraph } from './import-graph.ts';
import { filesIn, textOf } from './repository.ts';

const arrows = z.record(z.string(), z.array(z.string()));

/**
 * What a member's `folders.json` says: its parts from the bottom to the top, and the folders that each imports. Files
 * beside the folders are parts too, and whatever stands after one may import it.
 */
export type FolderArrows = z.infer<typeof arrows>;

/** The arrows that a member has written down; undefined where it has not. */
export function writtenArrows(member: string): FolderArrows | undefined {
  const path = `${member}/folders.json`;
  return filesIn(member).includes(path) ? arrows.parse(JSON.parse(textOf(path))) : undefined;
}

/**
 * The arrows that there are. A part is a folder of `src`, or a file that lies beside the folders; `index.ts` is none,
 * since it lists what there is.
 */
export function folderGraph(member: string): Graph {
  const src = `${member}/src/`;
  return groupedGraph(importGraph(`${member}/src`), (path) => {
    const [part = ''] = path.slice(src.length).split('/');
    return part === 'index.ts' ? undefined : part;
  });
}

/** Whether the `src` of a member has folders, so that there are arrows between them. */
export const hasFolders = (member: string): boolean =>
  [...folderGraph(member).keys()].some((part) => !part.includes('.'));
