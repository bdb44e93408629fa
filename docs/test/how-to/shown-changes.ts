import { textOf } from '../../src/repository.ts';

/** A file that a page has one write: a new one, or lines that are changed in one that is there. */
export interface ShownChange {
  readonly path: string;
  readonly isNew: boolean;
  readonly text: string;
}

const block = /^```(?<language>\w+)\n(?<text>[\s\S]*?)^```$/gm;
const file = /`(?<path>[\w./-]+\.\w+)`(?<isNew> is new)?/g;

/** The files that a page has one write, in its order. Each is named last in what is said above its block. */
export function shownChanges(page: string): readonly ShownChange[] {
  const text = textOf(page);
  let said = 0;
  return Array.from(text.matchAll(block)).flatMap(({ index, 0: all, groups = {} }) => {
    const above = text.slice(said, index);
    said = index + all.length;
    if (groups['language'] === 'bash') return [];
    const named = Array.from(above.matchAll(file)).at(-1)?.groups;
    if (named?.['path'] === undefined) throw new Error(`${page} does not say which file a block is:\n${all}`);
    return [{ path: named['path'], isNew: named['isNew'] !== undefined, text: groups['text'] ?? '' }];
  });
}

/** The text of a file once the lines that a page shows are changed; each place is there once. */
export function changed(path: string, before: string, diff: string): string {
  return diff.split(/^@@\n/m).reduce((text, hunk) => {
    const lines = hunk.trimEnd().split('\n');
    const withSigns = (signs: string): string =>
      `${lines.flatMap((line) => (signs.includes(line.charAt(0)) ? [line.slice(1)] : [])).join('\n')}\n`;
    const [from, to] = [withSigns(' -'), withSigns(' +')];
    const [start, ...rest] = `\n${text}`.split(`\n${from}`);
    if (start === undefined || rest.length !== 1)
      throw new Error(`${path} has ${rest.length} places of these lines, not one:\n${from}`);
    return `${start}\n${to}${rest[0]}`.slice(1);
  }, before);
}
