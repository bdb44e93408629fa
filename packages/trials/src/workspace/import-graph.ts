import { join } from 'node:path/posix';
import { filesIn, textOf } from './repository.ts';

/** Who imports whom, by name: files, or folders of them. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const relative = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g;

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** The files of a folder and which of them each imports: for its types alone, too. */
export function importGraph(folder: string): Graph {
  const files = new Set(filesIn(folder).filter((path) => /\.tsx?$/.test(path)));
  return new Map(
    Array.from(files, (path) => {
      const targets = Array.from(withoutComments(textOf(path)).matchAll(relative), ([, to = '']) =>
        join(path, '..', to),
      );
      return [path, new Set(targets.filter((target) => files.has(target)))];
    }),
  );
}

/** The same graph between groups of its members; those without a group are left out, and nobody imports itself. */
export function groupedGraph(graph: Graph, groupOf: (member: string) => string | undefined): Graph {
  const grouped = new Map<string, Set<string>>();
  for (const [from, targets] of graph) {
    const group = groupOf(from);
    if (group === undefined) continue;
    const known = grouped.get(group) ?? new Set<string>();
    grouped.set(group, known);
    for (const target of Array.from(targets, groupOf)) {
      if (target !== undefined && target !== group) known.add(target);
    }
  }
  return grouped;
}

/** The shortest way round from each member that can be reached from itself; one for each circle, where they are apart. */
export function circlesIn(graph: Graph): readonly string[] {
  const told = new Set<string>();
  return [...graph.keys()].flatMap((start) => {
    const circle = told.has(start) ? undefined : shortestCircle(graph, start);
    if (circle === undefined) return [];
    for (const member of circle) told.add(member);
    return [[...circle, start].join(' -> ')];
  });
}

function shortestCircle(graph: Graph, start: string): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[start, undefined]]);
  for (const [member] of cameFrom) {
    for (const next of graph.get(member) ?? []) {
      if (next === start) return wayTo(member, cameFrom);
      if (!cameFrom.has(next)) cameFrom.set(next, member);
    }
  }
  return undefined;
}

function wayTo(member: string, cameFrom: ReadonlyMap<string, string | undefined>): readonly string[] {
  const before = cameFrom.get(member);
  return before === undefined ? [member] : [...wayTo(before, cameFrom), member];
}
