import * as Y from 'yjs';
import type { BaseRow } from '../stored/rows.ts';
import { inCausalOrder } from './causal.ts';

/** The origin of transactions that bring in what is stored or received. */
export const RECEIVED = Symbol('received');

/** A document of what the server has. */
export type BuiltBase =
  | {
      readonly type: 'built';
      readonly doc: Y.Doc;
      /** Updates that wait for something that has not arrived. */
      readonly waiting: readonly Uint8Array[];
      /** The rows that are in the document, if they are worth being put together into one. */
      readonly merged: readonly number[];
    }
  /** A row cannot be read: the section is to be fetched again. */
  | { readonly type: 'damaged' };

/** Builds the document of a section from what is stored of the server's, in one transaction. */
export function buildBase(rows: readonly BaseRow[]): BuiltBase {
  const doc = new Y.Doc();
  try {
    const { ready, waiting } = inCausalOrder(
      new Map(),
      rows.map(({ update }) => update),
    );
    applyAll(doc, ready);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return damaged(doc);
    const merged = rows.filter(({ update }) => !waiting.includes(update)).map(({ row }) => row);
    return { type: 'built', doc, waiting, merged };
  } catch {
    // Yjs throws whatever it stumbles over; the half-built document is given up.
    return damaged(doc);
  }
}

function damaged(doc: Y.Doc): BuiltBase {
  doc.destroy();
  return { type: 'damaged' };
}

/** Applies updates that are in order, in one transaction. */
export function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  if (updates.length === 0) return;
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update, RECEIVED);
  }, RECEIVED);
}

/**
 * The state vector of what is stored, without building a document.
 *
 * @throws where a row cannot be read
 */
export function vectorOf(rows: readonly BaseRow[]): Uint8Array {
  return Y.encodeStateVector(
    inCausalOrder(
      new Map(),
      rows.map(({ update }) => update),
    ).known,
  );
}
