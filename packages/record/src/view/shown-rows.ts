import type { Listing } from './listing.ts';
import type { Shown } from './shown.ts';

/** The rows of a view as they are handed out. */
export type ShownRows = readonly Shown[] & { byId(id: string): Shown | undefined };

/**
 * Makes a list of rows what a view hands out: an array like any other, so that whatever takes plain data takes it, and
 * frozen. `byId` is no member that a copy or a comparison would meet.
 *
 * @param rows - a list of the caller's own, which is frozen
 */
export function shownRows(rows: readonly Shown[], listing: Listing): ShownRows {
  const byId = (id: string): Shown | undefined => listing.byId(id);
  return asRows(Object.freeze(Object.defineProperty(rows, 'byId', { value: byId, ...hidden })));
}

const hidden = { writable: false, enumerable: false, configurable: false };

// The compiler does not follow what is defined by name.
const asRows = (rows: readonly Shown[]): ShownRows => rows as ShownRows;
