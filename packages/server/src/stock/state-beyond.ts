import * as Y from 'yjs';
import type { LoadedDocument } from '../sections/load-documents.ts';
import { STOCK } from './stock-limits.ts';

/** A section, as a client needs it that has so much of it. */
interface StateBeyond {
  readonly epoch: number;
  readonly update: Uint8Array;
  readonly vector: Uint8Array;
  /** ClientIDs of which the client has more than the server. */
  readonly unknown: readonly number[];
}

/** What a client lacks of a section, by the state vector that it said: its bytes, and what they say. */
export function stateBeyond(
  { doc, epoch }: LoadedDocument,
  bytes: Uint8Array,
  known: ReadonlyMap<number, number>,
): StateBeyond {
  return {
    epoch,
    update: bytes.length > STOCK.vectorBytes ? Y.encodeStateAsUpdate(doc) : Y.encodeStateAsUpdate(doc, bytes),
    vector: Y.encodeStateVector(doc),
    unknown: [...known].flatMap(([client, clock]) => (clock > Y.getState(doc.store, client) ? [client] : [])),
  };
}
