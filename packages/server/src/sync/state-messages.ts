import type { State, WantedSection } from '@caseweave/protocol';
import * as Y from 'yjs';
import type { KnownWho } from '../directory/people.ts';
import type { Node } from '../node/node.ts';
import { loadDocuments } from '../sections/load-documents.ts';
import { authorsFor, authorsOf } from '../routing/authors-of.ts';

/** A vector larger than this is not worth reading: the whole state is sent. */
const MOST_VECTOR = 64 * 1024;

/** The states of sections, or what lies beyond the vectors that a device has. Whether it may have them is asked before. */
export async function stateMessages(
  { store, now }: Pick<Node, 'store' | 'now'>,
  { who }: KnownWho,
  wanted: readonly WantedSection[],
): Promise<readonly State[]> {
  if (wanted.length === 0) return [];
  const ids = wanted.map(({ section }) => section);
  const documents = await loadDocuments(store.db, store.authority, ids);
  const authors = await authorsOf(store, ids);
  const states = await store.cache.states([...documents.values()].map(({ record }) => record));
  return wanted.flatMap(({ section, vector }): State[] => {
    const loaded = documents.get(section);
    const state = loaded === undefined ? undefined : states.get(loaded.record);
    if (loaded === undefined || state === undefined) return [];
    const update = beyond(loaded.doc, vector);
    loaded.doc.destroy();
    const own = authorsFor(store.model, who, authors.get(section) ?? [], state, now());
    return [{ type: 'state', section, epoch: loaded.epoch, authors: own, update }];
  });
}

function beyond(doc: Y.Doc, vector: Uint8Array | null): Uint8Array {
  if (vector === null || vector.length > MOST_VECTOR) return Y.encodeStateAsUpdate(doc);
  try {
    return Y.encodeStateAsUpdate(doc, vector);
  } catch {
    // A vector that cannot be read is that of a device that has nothing.
    return Y.encodeStateAsUpdate(doc);
  }
}
