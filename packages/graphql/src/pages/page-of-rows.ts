import { badCursor } from './bad-cursor.ts';
import { pageSize, type Page, type PageArgs } from './page.ts';

/**
 * Cuts a page out of the rows of a section.
 *
 * A cursor holds where a row stood and which it was: if the row is gone when the next page is asked for, the page goes on
 * from where it stood.
 */
export function pageOfRows<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { first, after }: PageArgs,
): Page<Row> {
  const start = typeof after === 'string' ? startAfter(rows, after) : 0;
  const edges = rows
    .slice(start, start + pageSize(first))
    .map((node, index) => ({ cursor: cursorOf(start + index, node.id), node }));
  return {
    edges,
    hasNextPage: start + edges.length < rows.length,
    hasPreviousPage: start > 0 && rows.length > 0,
    totalCount: () => rows.length,
  };
}

const cursorOf = (place: number, id: string): string => Buffer.from(`${place}/${id}`, 'utf8').toString('base64url');

function startAfter(rows: readonly { readonly id: string }[], cursor: string): number {
  const [, place, id] = /^(\d{1,9})\/([\w-]{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (place === undefined || id === undefined) throw badCursor();
  const found = rows.findIndex((row) => row.id === id);
  return found === -1 ? Math.min(Number(place), rows.length) : found + 1;
}
