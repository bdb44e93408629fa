import type { AnyWho } from '@caseweave/model';

/** What stands in a list beside a record, by which lists are ordered: a day, a moment, a number. */
export type ListOrder = string | number | null;

/** Where a record stands in a list: by what it is ordered by, those without it last, then by its id. */
export interface ListPlace {
  readonly order: ListOrder;
  readonly record: string;
}

/** What is asked of a member of what lists show of a section. */
export type ListTest =
  | { readonly type: 'any-of'; readonly member: string; readonly values: readonly (string | number | boolean)[] }
  | { readonly type: 'from'; readonly member: string; readonly value: string | number }
  | { readonly type: 'to'; readonly member: string; readonly value: string | number }
  | { readonly type: 'before'; readonly member: string; readonly value: string | number };

/** Which records are looked for, and in which order. */
export interface ListAsked {
  readonly kind: string;
  /** The section whose projection narrows and orders: only records that have it. Null: all of the kind, by id. */
  readonly section: string | null;
  /** The member of that projection by which they are ordered; null for their ids alone. */
  readonly order: string | null;
  /** What must be so of that projection. */
  readonly tests: readonly ListTest[];
  /** What must stand in the facts, by the names of their members. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

/** The words of a record by which it may be found: those of its own sections, and of the records that it links to. */
export interface ListWords extends ListPlace {
  readonly words: readonly {
    readonly record: string;
    readonly section: string;
    readonly words: readonly string[];
  }[];
}

/** The searched members of what lists show, by section. */
export type SearchedMembers = Readonly<Record<string, readonly string[]>>;

/**
 * The records that may concern somebody, since they share a key: a superset of what they may read, told from facts and
 * stored projections. Who may read them is another matter.
 */
export interface RecordLists {
  listed(
    who: AnyWho,
    asked: ListAsked,
    page: { readonly after: ListPlace | null; readonly limit: number | null },
  ): Promise<readonly ListPlace[]>;
  /** The same with the words by which they may be found. */
  listedWords(who: AnyWho, asked: ListAsked, searched: SearchedMembers): Promise<readonly ListWords[]>;
}
