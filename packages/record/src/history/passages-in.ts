import type * as Y from 'yjs';
import { eachCharacter, type TextCharacter } from '../yjs-internals.ts';
import type { HistoryRow } from './history-row.ts';
import type { PassageVersion, RewrittenPassage } from './rewritten-passage.ts';
import { areApart, hadSeen, type RowsOfText } from './rows-of-text.ts';

type Passage = Omit<RewrittenPassage, 'path' | 'entity'>;

/** A character of a text, deleted or not, and what rows of the log did with it. */
interface Traced extends TextCharacter {
  readonly writtenBy: HistoryRow | undefined;
  readonly deletedBy: readonly HistoryRow[];
  /** Of rows that met here apart, each; none where nothing was rewritten at once. */
  readonly met: readonly HistoryRow[];
}

/** The passages of one text that were rewritten by two at once. */
export function passagesIn(text: Y.Text, rows: RowsOfText): readonly Passage[] {
  const characters: Traced[] = [];
  eachCharacter(text, (character) => {
    const deletedBy = rows.deletedBy(character);
    const touching = [...deletedBy, ...(deletedBy.length === 0 ? [] : rows.besideBy(character))];
    const met = touching.filter((row) => deletedBy.some((deleting) => touches(row, deleting, touching)));
    characters.push({ ...character, writtenBy: rows.writtenBy(character), deletedBy, met });
  });
  const passages: Passage[] = [];
  let at = 0;
  while (at < characters.length) {
    const first = characters.findIndex(({ met }, index) => index >= at && met.length > 0);
    if (first < 0) break;
    const involved = new Set(characters[first]?.met);
    const [from, to] = spread(characters, first, involved);
    passages.push(passageOf(characters, from, to, [...involved]));
    at = to;
  }
  return passages;
}

// A row met another if one of the two deleted the character, and neither writer had the other's row.
const touches = (row: HistoryRow, deleting: HistoryRow, touching: readonly HistoryRow[]): boolean =>
  areApart(row, deleting) || (row === deleting && touching.some((other) => areApart(row, other)));

/** Spreads a passage over all that the rows which met wrote and deleted around it, and what was typed on there since. */
function spread(characters: readonly Traced[], first: number, involved: Set<HistoryRow>): readonly [number, number] {
  let [from, to] = [first, first + 1];
  const belongs = (character: Traced | undefined): boolean => {
    if (character === undefined) return false;
    const { writtenBy, deletedBy, met } = character;
    const ofIt = [...met, ...(writtenBy === undefined ? [] : [writtenBy]), ...deletedBy].filter((row) =>
      [...involved].some((other) => row === other || areApart(row, other) || isOwnMore(row, other)),
    );
    const seenBoth = writtenBy !== undefined && [...involved].every((row) => hadSeen(writtenBy, row));
    if (ofIt.length === 0 && !seenBoth) return false;
    for (const row of ofIt) involved.add(row);
    return true;
  };
  for (;;) {
    if (belongs(characters[to])) to += 1;
    else if (belongs(characters[from - 1])) from -= 1;
    else return [from, to];
  }
}

// Somebody who goes on typing does so in many rows.
const isOwnMore = (row: HistoryRow, other: HistoryRow): boolean =>
  row.author !== undefined && row.author.id === other.author?.id && row.base === other.base;

function passageOf(characters: readonly Traced[], from: number, to: number, involved: readonly HistoryRow[]): Passage {
  const within = characters.slice(from, to);
  const start = liveLength(characters.slice(0, from));
  const wasThere = within.filter(
    ({ writtenBy, deletedBy }) =>
      !(writtenBy !== undefined && involved.includes(writtenBy)) && deletedBy.some((row) => involved.includes(row)),
  );
  const authors = [...new Set(involved.map(({ author }) => author?.id ?? ''))].toSorted();
  const later = within.flatMap(({ writtenBy, deletedBy }) =>
    writtenBy === undefined ? deletedBy : [writtenBy, ...deletedBy],
  );
  return {
    original: wasThere.map(({ text }) => text).join(''),
    versions: authors.map((id) =>
      versionOf(
        within,
        involved.filter(({ author }) => (author?.id ?? '') === id),
      ),
    ),
    from: start,
    to: start + liveLength(within),
    isSettled: later.some((row) => involved.every((one) => one !== row && hadSeen(row, one))),
  };
}

/** What one author made of a passage: what they wrote in it and have not deleted themselves. */
function versionOf(within: readonly Traced[], rows: readonly HistoryRow[]): PassageVersion {
  const author = rows[0]?.author;
  const own = within.filter(
    ({ writtenBy, deletedBy }) =>
      writtenBy !== undefined && rows.includes(writtenBy) && !deletedBy.some((row) => rows.includes(row)),
  );
  return {
    ...(author !== undefined && { author }),
    at: Math.max(...rows.map(({ at }) => at)),
    text: own.map(({ text }) => text).join(''),
  };
}

const liveLength = (characters: readonly Traced[]): number =>
  characters.reduce((sum, { isDeleted, text }) => sum + (isDeleted ? 0 : text.length), 0);
