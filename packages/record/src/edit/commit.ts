import type * as Y from 'yjs';
import type { ClaimIndex } from '../claims/claim-index.ts';
import type { ClaimMeta } from '../claims/claim.ts';
import { appendValues, deleteValue, nextClock } from '../yjs-internals.ts';
import { strikeTuple, type PlannedStrike, type Writes } from './plan-writes.ts';

/** Who writes an edit, and what it says of itself. */
export interface Writing {
  readonly index: ClaimIndex;
  readonly origin: object;
  readonly meta: ClaimMeta;
}

/** Writes an edit in one transaction. Nothing in it can fail: everything was checked before. */
export function commit(writes: Writes, { index, origin, meta }: Writing): Y.Transaction {
  const { doc } = index;
  return doc.transact((transaction) => {
    markVersion(doc, index.plan.versionKey);
    for (const { field, id, script } of writes.texts) script.write(doc.getText(`${field.path}/${id}`));
    for (const claim of writes.superseded) deleteValue(transaction, index.array, claim);
    append(
      transaction,
      writes.claims.map((claim) => [...claim, meta]),
      index.lastClockOf(doc.clientID),
    );
    return transaction;
  }, origin);

  function append(transaction: Y.Transaction, tuples: readonly unknown[], lastClock: number | undefined): void {
    let last = lastClock;
    if (tuples.length > 0) last = appendValues(transaction, index.array, tuples, last) + tuples.length - 1;
    // A strike says what it has seen, so it is made when the clocks of all else are known.
    const strikes = writes.strikes.map((strike) => [...strikeTuple(strike.id, seeing(transaction, strike)), meta]);
    if (strikes.length > 0) appendValues(transaction, index.array, strikes, last);
  }
}

/** Notes in the document that this version of the schema wrote in it. */
export function markVersion(doc: Y.Doc, versionKey: string): void {
  const versions = doc.getMap('versions');
  if (!versions.has(versionKey)) versions.set(versionKey, true);
}

function seeing({ doc }: Y.Transaction, { value, seesOwnWrites }: PlannedStrike): PlannedStrike['value'] {
  return seesOwnWrites ? { ...value, saw: { ...value.saw, [doc.clientID]: nextClock(doc) - 1 } } : value;
}
