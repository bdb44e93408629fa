import type * as Y from 'yjs';
import type { ClaimIndex } from '../entities/claim-index.ts';
import { strikeField } from '../entities/claim-index.ts';
import type { ClaimTuple } from '../claims/claim.ts';
import { appendValues, deleteValue, nextClock } from '../yjs-internals.ts';
import type { Editor } from './editor.ts';
import { strikeSeeing } from '../view/strike.ts';
import { markVersions } from './mark-versions.ts';
import type { PlannedStrike, Writes } from './plan-writes.ts';
import { seenNow } from './seen.ts';
import type { Wrote } from './wrote.ts';

/** What an edit writes in one section. */
export interface Part {
  readonly editor: Editor;
  readonly writes: Writes;
  /** What is done to texts in the same transaction, beside what `writes` has. */
  readonly alsoWrite?: () => void;
}

/** A part that is written. */
export interface WrittenPart extends Wrote {
  readonly part: Part;
}

/** Somebody who remembers edits. */
export interface Recorder {
  /** Looks at what is about to be written; what it gives is called when that is done. */
  begin(parts: readonly Part[]): (written: readonly WrittenPart[]) => void;
}

const recordersOf = new WeakMap<Editor, Set<Recorder>>();

/** Has a recorder look at all that an editor writes, until the function given is called. */
export function record(editor: Editor, recorder: Recorder): () => void {
  const recorders = recordersOf.get(editor) ?? new Set<Recorder>();
  recordersOf.set(editor, recorders.add(recorder));
  return () => recorders.delete(recorder);
}

/**
 * Writes an edit: one transaction in each of its sections, all of them open until everything is written. Nothing in it
 * can fail: everything was checked before. Whoever is told of one section's part finds the others written too.
 */
export function commit(parts: readonly Part[]): void {
  const recorders = new Set<Recorder>();
  for (const { editor } of parts) for (const recorder of recordersOf.get(editor) ?? []) recorders.add(recorder);
  const finishing = Array.from(recorders, (recorder) => recorder.begin(parts));
  writeFrom(0, parts, [], finishing);
}

function writeFrom(
  nth: number,
  parts: readonly Part[],
  written: WrittenPart[],
  finishing: readonly ReturnType<Recorder['begin']>[],
): void {
  const part = parts[nth];
  if (part === undefined) {
    for (const done of written) done.part.editor.wrote(done);
    for (const finish of finishing) finish(written);
    return;
  }
  let isWritten = false;
  try {
    part.editor.doc.transact((transaction) => {
      written.push(write(transaction, part));
      writeFrom(nth + 1, parts, written, finishing);
      isWritten = true;
    }, part.editor.origin);
  } catch (error) {
    // What listeners of the document throw comes when all is written: an edit is not both done and thrown.
    if (!isWritten || !part.editor.told(error)) throw error;
  }
}

function write(transaction: Y.Transaction, part: Part): WrittenPart {
  const { index } = part.editor;
  const { texts, superseded, claims, strikes } = part.writes;
  const { doc } = index;
  const tellsOwn = strikes.length === 0 ? none : strikes.map((one) => one.seesOwnWrites && !missedOwn(index, one));
  markVersions(doc, index.plan.versionKeys);
  for (const { field, id, script } of texts) script.write(doc.getText(`${field.path}/${id}`));
  part.alsoWrite?.();
  for (const claim of superseded) deleteValue(transaction, index.array, claim);
  const first = append(transaction, index, claims, index.lastClockOf(doc.clientID));
  const last = claims.length === 0 ? index.lastClockOf(doc.clientID) : first + claims.length - 1;
  // A strike says what it has seen, so it is made when the clocks of all else are known.
  const struck = strikes.map(({ id, value, meta }, nth): ClaimTuple => {
    return [id, strikeField, tellsOwn[nth] === true ? seeingOwn(transaction, value) : value, meta];
  });
  const isMore = part.alsoWrite !== undefined;
  const at = append(transaction, index, struck, last);
  return { part, writes: part.writes, isMore, transaction, claims: first, strikes: at, struck };
}

const none: readonly boolean[] = [];

function append(
  transaction: Y.Transaction,
  index: ClaimIndex,
  tuples: readonly unknown[],
  last: number | undefined,
): number {
  return tuples.length === 0 ? nextClock(index.doc) : appendValues(transaction, index.array, tuples, last);
}

const seeingOwn = ({ doc }: Y.Transaction, value: PlannedStrike['value']): PlannedStrike['value'] => ({
  ...value,
  saw: { ...value.saw, [doc.clientID]: nextClock(doc) - 1 },
});

/**
 * Whether this device has written in the entity what the strike's basis did not hold. A strike names one clock for each
 * client, so it cannot say that it has seen what its own edit writes and not what this device wrote before that.
 */
function missedOwn(index: ClaimIndex, { id, value }: PlannedStrike): boolean {
  const { clientID } = index.doc;
  return [...index.plan.groups.values()].some((group) => {
    const entity = index.entities(group).get(id);
    if (entity === undefined) return false;
    const { cells, texts } = seenNow(index, entity);
    const { saw } = strikeSeeing({ cells, texts: texts() }, value.why);
    return (saw[clientID] ?? -1) > (value.saw[clientID] ?? -1);
  });
}
