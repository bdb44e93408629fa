import { authored, type Author, type AuthorOf } from './authors.ts';
import { inOrder, type Claim } from './claims/claim.ts';
import type { Json } from './json.ts';

/** Where a value comes from. */
export interface Provenance {
  readonly value: Json;
  readonly author?: Author;
  /** Who wrote it first, where the author restored or released what was there before. */
  readonly firstAuthor?: Author;
  /** The client that wrote it first, where it was restored or released. */
  readonly of?: number;
  /** The writing device's time in milliseconds, for display only. */
  readonly at?: number;
  /** Why it was written, where the author said so. */
  readonly why?: string;
  readonly client: number;
  readonly clock: number;
}

/** Says where claims come from, in an order that is the same on every replica. */
export function provenanceOf(claims: readonly Claim[], authorOf: AuthorOf): readonly Provenance[] {
  return inOrder(claims).map(({ value, meta, client, clock }) => {
    const first = meta.of === undefined ? undefined : authorOf(meta.of);
    return {
      value,
      ...authored(authorOf(client)),
      ...(first !== undefined && { firstAuthor: first }),
      ...(meta.of !== undefined && { of: meta.of }),
      ...(meta.t !== undefined && { at: meta.t }),
      ...(meta.why !== undefined && { why: meta.why }),
      client,
      clock,
    };
  });
}

/** Says who wrote a value: "written by Amina", or "restored by Bartek, first written by Amina". */
export function authorshipWords({ author, firstAuthor, of }: Authorship): string {
  const name = author?.name ?? somebody;
  if (of === undefined) return `written by ${name}`;
  if (author !== undefined && author.id === firstAuthor?.id) return `restored by ${name}, who first wrote it`;
  return `restored by ${name}, first written by ${firstAuthor?.name ?? somebody}`;
}

type Authorship = Pick<Provenance, 'author' | 'firstAuthor' | 'of'>;

// Whom the reader is not told of.
const somebody = 'somebody else';
