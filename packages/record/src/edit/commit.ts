import type * as Y from 'yjs';
import type { ClaimIndex } from '../claims/claim-index.ts';
import type { ClaimMeta } from '../claims/claim.ts';
import { appendValues, deleteValue, nextClock } from '../yjs-internals.ts';
import type { Editor } from './editor.ts';
import { strikeTuple, type PlannedStrike, type Writes } from './plan-writes.ts';

/** What an edit writes in one section, and what it says of itself. */
export interface Part {
  readonly editor: Editor;
  readonly writes: Writes;
  readonly meta: ClaimMeta;
}

/**
 * Writes an edit: one transaction in each of its sections, all of them open until everything is written. Nothing in it
 * can fail: everything was checked before. Whoever is told of one section's part finds the others written too.
 */
export function commit(parts: readonly Part[]): void {
  const open: { readonly part: Part; readonly transaction: Y.Transaction }[] = [];
  const writeFrom = (nth: number): void => {
    const part = parts[nth];
    if (part === undefined) {
      for (const { part: written, transaction } of open) written.editor.wrote(transaction);
      return;
    }
    part.editor.doc.transact((transaction) => {
      write(transaction, part);
      open.push({ part, transaction });
      writeFrom(nth + 1);
    }, part.editor.origin);
  };
  writeFrom(0);
}

function write(transaction: Y.Transaction, { editor: { index }, writes, meta }: Part): void {
  const { doc } = index;
  markVersion(doc, index.plan.versionKey);
  for (const { field, id, script } of writes.texts) script.write(doc.getText(`${field.path}/${id}`));
  for (const claim of writes.superseded) deleteValue(transaction, index.array, claim);
  append(transaction, index, writes, meta);
}

function append(transaction: Y.Transaction, index: ClaimIndex, writes: Writes, meta: ClaimMeta): void {
  let last = index.lastClockOf(transaction.doc.clientID);
  const tuples = writes.claims.map((claim) => [...claim, meta]);
  if (tuples.length > 0) last = appendValues(transaction, index.array, tuples, last) + tuples.length - 1;
  // A strike says what it has seen, so it is made when the clocks of all else are known.
  const strikes = writes.strikes.map((strike) => [...strikeTuple(strike.id, seeing(transaction, strike)), meta]);
  if (strikes.length > 0) appendValues(transaction, index.array, strikes, last);
}

/** Notes in the document that this version of the schema wrote in it. */
export function markVersion(doc: Y.Doc, versionKey: string): void {
  const versions = doc.getMap('versions');
  if (!versions.has(versionKey)) versions.set(versionKey, true);
}

function seeing({ doc }: Y.Transaction, { value, seesOwnWrites }: PlannedStrike): PlannedStrike['value'] {
  return seesOwnWrites ? { ...value, saw: { ...value.saw, [doc.clientID]: nextClock(doc) - 1 } } : value;
}
