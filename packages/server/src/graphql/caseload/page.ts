import { LIMITS } from '../limits/limits.ts';
import { byNextReview, cursorOf, standingOf, type Standing } from './cursor.ts';

/** A page of a longer list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** How many families a page holds: what was asked for, within the limit. */
export const pageSize = (first: number | null | undefined): number =>
  Math.min(Math.max(first ?? LIMITS.pageDefault, 1), LIMITS.page);

/** Cuts the page after a cursor out of a whole list. */
export function pageOf<Item extends Standing>(
  all: readonly Item[],
  { first, after }: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
): Page<Item> {
  const sorted = all.toSorted(byNextReview);
  const start = after ?? null;
  const rest = start === null ? sorted : beyond(sorted, standingOf(start));
  const items = rest.slice(0, pageSize(first));
  const last = items.at(-1);
  return {
    items,
    totalCount: all.length,
    hasNextPage: rest.length > items.length,
    endCursor: last === undefined ? null : cursorOf(last),
  };
}

const beyond = <Item extends Standing>(sorted: readonly Item[], standing: Standing): readonly Item[] =>
  sorted.filter((item) => byNextReview(item, standing) > 0);
