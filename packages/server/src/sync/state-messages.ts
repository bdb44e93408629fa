import type { ServerMessage, WantedSection } from '@caseweave/protocol';
import * as Y from 'yjs';
import type { Db } from '../database/database.ts';
import { loadDocuments } from '../sections/load-documents.ts';
import { authorsOf } from './authors-of.ts';
import type { Reader } from './reader.ts';

/** A vector larger than this is not worth reading: the whole state is sent. */
const MOST_VECTOR = 64 * 1024;

/** The states of sections, or what lies beyond the vectors that a device has. Whether it may have them is asked before. */
export async function stateMessages(
  db: Db,
  authority: string,
  reader: Reader,
  wanted: readonly WantedSection[],
): Promise<readonly ServerMessage[]> {
  if (wanted.length === 0) return [];
  const ids = wanted.map(({ section }) => section);
  const documents = await loadDocuments(db, authority, ids);
  const authors = await authorsOf(db, authority, ids);
  return wanted.flatMap(({ section, vector }): ServerMessage[] => {
    const loaded = documents.get(section);
    if (loaded === undefined) return [];
    const own = authors.get(section) ?? [];
    const fresh = new Set(
      reader.newTo(
        section,
        own.map(({ client }) => client),
      ),
    );
    const update = beyond(loaded.doc, vector);
    loaded.doc.destroy();
    return [
      { type: 'state', section, epoch: loaded.epoch, authors: own.filter(({ client }) => fresh.has(client)), update },
    ];
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
