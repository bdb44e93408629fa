import type { Json } from '@caseweave/record';
import type * as Y from 'yjs';

/** A claim as it lies in the document. */
export type RawClaim = readonly [entity: string, field: string, value: Json, meta: { readonly t?: number }];

/** The claims of a document, and how to write in them past the library. */
export const rawClaims = (doc: Y.Doc): Y.Array<RawClaim> => doc.getArray<RawClaim>('claims');

/** Deletes the claims for which this holds; the transaction counts as the replica's own writing. */
export function deleteClaims(doc: Y.Doc, isGone: (claim: RawClaim, nth: number) => boolean): void {
  const claims = rawClaims(doc);
  const gone = claims.toArray().flatMap((claim, nth) => (isGone(claim, nth) ? [nth] : []));
  if (gone.length === 0) return;
  doc.transact(() => {
    for (const nth of gone.toReversed()) claims.delete(nth, 1);
  }, 'fault');
}

/** Appends a claim. */
export function appendClaim(doc: Y.Doc, claim: RawClaim): void {
  doc.transact(() => rawClaims(doc).push([claim]), 'fault');
}
