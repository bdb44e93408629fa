import { LIMITS } from '../limits/limits.ts';

/** Something on a page, and the cursor from which the next page goes on. */
export interface Edge<Item> {
  readonly cursor: string;
  readonly node: Item;
}

/** A page of a longer list. */
export interface Page<Item> {
  readonly edges: readonly Edge<Item>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** How many there are on all pages; found out only where it is asked for. */
  readonly totalCount: () => number | Promise<number>;
}

/** What a page is asked for by. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** How many a page holds: what was asked for, within the limit. */
export const pageSize = (first: number | null | undefined): number =>
  Math.min(Math.max(first ?? LIMITS.pageDefault, 1), LIMITS.page);

/** The same page of something else that each of its items stands for. */
export const mapPage = <Item, Other>({ edges, ...page }: Page<Item>, other: (item: Item) => Other): Page<Other> => ({
  ...page,
  edges: edges.map(({ cursor, node }) => ({ cursor, node: other(node) })),
});
