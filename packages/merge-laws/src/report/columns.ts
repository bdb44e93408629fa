import type { LawFailure } from '../law-failure.ts';
import type { PlayEvent } from '../play/event.ts';
import type { Tale } from './tale.ts';

/** Where in the picture things happened: each column is one moment. */
export interface Columns {
  readonly count: number;
  /** The column of each event; undefined for what is not drawn. */
  readonly columnOf: ReadonlyMap<PlayEvent, number>;
  /** The columns that the start takes up. */
  readonly start: number;
  /** The column in which everything reached everyone, if it came to that. */
  readonly end: number | undefined;
}

/** Lays the events of a tale out in columns. What happened at once shares one. */
export function columnsOf(tale: Tale, { history, breach }: LawFailure): Columns {
  const columnOf = new Map<PlayEvent, number>();
  let count = 0;
  let start = 0;
  let end: number | undefined;
  let lastStep = -1;
  for (const event of tale.events) {
    const isEnd = event.step >= history.steps.length;
    const isBegun = isEnd ? end !== undefined : event.step >= 0 && event.step === lastStep;
    if (!isBegun) count += 1;
    if (event.step < 0) start = count;
    if (isEnd) end = count - 1;
    lastStep = event.step;
    columnOf.set(event, count - 1);
  }
  // A law may break at the very start, where nothing has happened yet, or at the end, where nothing was left to deliver.
  const isAtEnd = breach.step >= history.steps.length;
  if (count === 0 || (isAtEnd && end === undefined)) {
    count += 1;
    if (isAtEnd) end = count - 1;
  }
  return { count, columnOf, start, end };
}
