import * as Y from 'yjs';

// The one file that touches what Yjs exports but does not document. Yjs is pinned; a contract test holds each of these
// functions against the documented way of doing the same.

/** Where something was written: a Yjs client and its clock. */
export interface ItemId {
  readonly client: number;
  readonly clock: number;
}

/** A run of items that one client wrote: its values, or none of them when they are deleted. */
export interface ItemRun extends ItemId {
  readonly length: number;
  readonly values: readonly unknown[];
}

// Yjs joins neighbouring items of one client and copies their contents to do so. Beyond this length a new run is begun,
// so that adding to a long list costs the same as adding to a short one.
const longestRun = 64;

/**
 * Appends values to a root array in constant time, beside the client's last ones, where Yjs can join them into one item.
 *
 * @param lastClock - the clock of the value that this client appended last, if any
 * @returns the clock of the first value appended; the others follow it one by one
 */
export function appendValues(
  transaction: Y.Transaction,
  array: Y.Array<unknown>,
  values: readonly unknown[],
  lastClock: number | undefined,
): number {
  const { doc } = transaction;
  const start = Y.getState(doc.store, doc.clientID);
  let left = lastClock === undefined ? lastItem(array) : ownItem(transaction, array, lastClock);
  for (let from = 0; from < values.length; from += longestRun) {
    const content = values.slice(from, from + longestRun);
    // What stands before the client's last run cannot be joined to it.
    if (left !== null && !left.deleted && left.length + content.length > longestRun) left = left.left;
    const right: Y.Item | null = left === null ? array._start : left.right;
    const id = Y.createID(doc.clientID, start + from);
    const item: Y.Item = new Y.Item(
      id,
      left,
      left?.lastId ?? null,
      right,
      right?.id ?? null,
      array,
      null,
      new Y.ContentAny(content),
    );
    item.integrate(transaction, 0);
    left = item;
  }
  forgetPositions(array);
  return start;
}

/** Deletes the value written there, in constant time; what is not known or already deleted is left as it is. */
export function deleteValue(transaction: Y.Transaction, array: Y.Array<unknown>, { client, clock }: ItemId): void {
  const { store } = transaction.doc;
  if (clock >= Y.getState(store, client)) return;
  const held = Y.getItem(store, Y.createID(client, clock));
  if (!(held instanceof Y.Item) || held.deleted || held.parent !== array) return;
  const item = Y.getItemCleanStart(transaction, Y.createID(client, clock));
  if (item.length > 1) Y.getItemCleanStart(transaction, Y.createID(client, clock + 1));
  item.delete(transaction);
  forgetPositions(array);
}

/** The clock that this document's client writes next. */
export function nextClock(doc: Y.Doc): number {
  return Y.getState(doc.store, doc.clientID);
}

/** Visits the runs of values in a root array, in no meaningful order, deleted ones too. */
export function eachRun(array: Y.Array<unknown>, visit: (run: ItemRun) => void): void {
  for (let item = array._start; item !== null; item = item.right) visitRun(item, visit);
}

/** Visits the runs of values that a transaction added to a root array. */
export function eachNewRun(transaction: Y.Transaction, array: Y.Array<unknown>, visit: (run: ItemRun) => void): void {
  for (const [client, structs] of transaction.doc.store.clients) {
    const before = transaction.beforeState.get(client) ?? 0;
    if (Y.getState(transaction.doc.store, client) <= before) continue;
    for (let index = Y.findIndexSS(structs, before); index < structs.length; index += 1) {
      const struct = structs[index];
      if (struct instanceof Y.Item && struct.parent === array) visitRun(struct, visit);
    }
  }
}

/** Visits the ranges of clocks whose items a transaction deleted. */
export function eachDeletedRange(
  transaction: Y.Transaction,
  visit: (client: number, clock: number, length: number) => void,
): void {
  for (const [client, ranges] of transaction.deleteSet.clients) {
    for (const range of ranges) visit(client, range.clock, range.len);
  }
}

/**
 * Keeps Yjs from clearing up formats after a transaction, which it does on each replica by itself. A mark that looks
 * superfluous here may mean something to words that are still on their way, and what is cleared up here only, makes
 * replicas differ.
 */
export function keepFormats(transaction: Y.Transaction): void {
  transaction._needFormattingCleanup = false;
}

/** Visits the root types that a transaction changed, by name. */
export function eachChangedRoot(transaction: Y.Transaction, visit: (name: string) => void): void {
  for (const type of transaction.changed.keys()) {
    if (type._item === null) visit(Y.findRootTypeKey(type));
  }
}

/** The root text of that name if the document has one; a root of another kind is none. */
export function existingText(doc: Y.Doc, name: string): Y.Text | undefined {
  const root = doc.share.get(name);
  if (root instanceof Y.Text) return root;
  // A root that came in an update has no kind until it is asked for.
  return root?.constructor === Y.AbstractType ? doc.getText(name) : undefined;
}

/** Whether the root of that name was made as something else than a text, so that nothing can be typed in it. */
export function isOtherRoot(doc: Y.Doc, name: string): boolean {
  const root = doc.share.get(name);
  return root !== undefined && !(root instanceof Y.Text) && root.constructor !== Y.AbstractType;
}

/** The root of that name as a text, if the document has one, whatever kind it was made as: for reading, which changes nothing. */
export function existingRoot(doc: Y.Doc, name: string): Pick<Y.Text, '_start'> | undefined {
  return doc.share.get(name);
}

/** A live stretch of a text: who wrote it, and how many places it takes in the text. */
export interface TextStretch extends ItemId {
  readonly length: number;
  /** The last clock of the stretch. */
  readonly lastClock: number;
  /** Its characters; empty for marks and embeds. */
  readonly characters: string;
  /** Where it is a mark: the format that begins here, or with null ends. */
  readonly format: { readonly name: string; readonly value: unknown } | undefined;
}

/** Visits the live stretches of a text in order. */
export function eachStretch(text: Pick<Y.Text, '_start'>, visit: (stretch: TextStretch) => void): void {
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { client, clock } = item.id;
    const { content } = item;
    const format = content instanceof Y.ContentFormat ? { name: content.key, value: content.value } : undefined;
    const characters = content instanceof Y.ContentString ? content.str : '';
    const length = item.countable ? item.length : 0;
    visit({ client, clock, length, lastClock: clock + item.length - 1, characters, format });
  }
}

/** A character of a text, live or deleted. */
export interface TextCharacter extends ItemId {
  readonly text: string;
  readonly isDeleted: boolean;
}

/** Visits the characters of a text in order, deleted ones too, as far as the document has kept what they were. */
export function eachCharacter(text: Y.Text, visit: (character: TextCharacter) => void): void {
  for (let item = text._start; item !== null; item = item.right) {
    const { id, content, deleted: isDeleted } = item;
    if (!(content instanceof Y.ContentString)) continue;
    for (let offset = 0; offset < content.str.length; offset += 1) {
      visit({ client: id.client, clock: id.clock + offset, text: content.str.charAt(offset), isDeleted });
    }
  }
}

function visitRun(item: Y.Item, visit: (run: ItemRun) => void): void {
  const { client, clock } = item.id;
  const values = !item.deleted && item.content instanceof Y.ContentAny ? item.content.arr : [];
  visit({ client, clock, length: item.length, values });
}

function ownItem(transaction: Y.Transaction, array: Y.Array<unknown>, clock: number): Y.Item | null {
  const { store, clientID } = transaction.doc;
  const item = Y.getItem(store, Y.createID(clientID, clock));
  if (!(item instanceof Y.Item) || item.parent !== array) return lastItem(array);
  return Y.getItemCleanEnd(transaction, store, Y.createID(clientID, clock));
}

function lastItem(array: Y.Array<unknown>): Y.Item | null {
  let last = array._start;
  while (last !== null && last.right !== null) last = last.right;
  return last;
}

// Yjs remembers index positions in an array, which do not hold after a change that it was not told of.
function forgetPositions(array: Y.Array<unknown>): void {
  if (array._searchMarker !== null) array._searchMarker.length = 0;
}
