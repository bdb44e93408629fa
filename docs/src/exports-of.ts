import { dirname, join } from 'node:path/posix';
import { firstSentence } from './first-sentence.ts';
import { textOf } from './repository.ts';

/** One name that a package exports. */
interface Exported {
  readonly name: string;
  readonly sentence: string;
  /** The file that the table of contents takes it from. */
  readonly from: string;
}

/** Names that belong together, as the package's table of contents groups them. */
export interface ExportGroup {
  readonly title: string;
  readonly exports: readonly Exported[];
}

const statement = /^\/\/ (?<title>.+)$|^export (?<type>type )?\{(?<names>[^}]*)\} from '(?<from>[^']+)';/gm;

/** Reads what a table of contents exports, with the first sentence of each doc comment. */
export function exportsOf(index: string): readonly ExportGroup[] {
  const groups = new Map<string, Exported[]>();
  let title: string | undefined;
  for (const { groups: found = {} } of textOf(index).matchAll(statement)) {
    if (found['title'] !== undefined) {
      title = found['title'];
      continue;
    }
    const from = sourceOf(index, found['from'] ?? '');
    const group = title ?? folderWords(index, from);
    const named = (found['names'] ?? '').split(',').map((name) => name.trim());
    const exported = named
      .filter((name) => name !== '')
      .map((name) => {
        const own = name.replace(/^type /, '');
        return { name: own, sentence: firstSentence(textOf(from), own, from), from };
      });
    groups.set(group, [...(groups.get(group) ?? []), ...exported]);
  }
  return Array.from(groups, ([heading, exports]) => ({ title: heading, exports }));
}

/** The file that a table of contents takes names from; those of another package are looked for in that one's table. */
function sourceOf(index: string, from: string): string {
  return from.startsWith('.') ? join(dirname(index), from) : `packages/${from.replace('@caseweave/', '')}/src/index.ts`;
}

/** A heading for a table without headings: the folder that the names come from. */
function folderWords(index: string, from: string): string {
  const folder = dirname(from).slice(dirname(index).length + 1);
  if (folder === '') return 'In general';
  const words = folder.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
