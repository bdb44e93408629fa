import { badRowsOf, type BadRow } from './bad-row.ts';
import { checkDirectory } from './check-directory.ts';
import { directoryFile, type DirectoryFile } from './directory-file.ts';

/** A directory file, read whole. */
export type DirectoryRead =
  | { readonly type: 'directory'; readonly directory: DirectoryFile }
  | { readonly type: 'refused'; readonly bad: readonly BadRow[] };

/** Reads a directory file: all that is wrong with it is found before anything is done with it. */
export function readDirectory(text: string, today: string): DirectoryRead {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      type: 'refused',
      bad: [{ path: '', rule: 'M1', remedy: `This is no JSON${placeOf(text, error)}. Have it written again.` }],
    };
  }
  const read = directoryFile.safeParse(json);
  if (!read.success) return { type: 'refused', bad: badRowsOf(read.error) };
  const bad = checkDirectory(read.data, today);
  return bad.length > 0 ? { type: 'refused', bad } : { type: 'directory', directory: read.data };
}

/** Where a text stops being JSON, if the parser says so; the rest of what it says may quote the text. */
function placeOf(text: string, error: unknown): string {
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? '' : ` from line ${text.slice(0, Number(position)).split('\n').length} on`;
}
