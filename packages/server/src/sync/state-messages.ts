import type { RecordFacts } from '@caseweave/family';
import type { State, WantedSection } from '@caseweave/protocol';
import * as Y from 'yjs';
import type { KnownPrincipal } from '../directory/people.ts';
import type { Node } from '../node.ts';
import { loadDocuments } from '../sections/load-documents.ts';
import { authorsFor, authorsOf } from './authors-of.ts';

/** A vector larger than this is not worth reading: the whole state is sent. */
const MOST_VECTOR = 64 * 1024;

/** The states of sections, or what lies beyond the vectors that a device has. Whether it may have them is asked before. */
export async function stateMessages(
  { database: { db }, authority, directory, now }: Pick<Node, 'database' | 'authority' | 'directory' | 'now'>,
  { principal }: KnownPrincipal,
  wanted: readonly WantedSection[],
): Promise<readonly State[]> {
  if (wanted.length === 0) return [];
  const ids = wanted.map(({ section }) => section);
  const documents = await loadDocuments(db, authority.id, ids);
  const authors = await authorsOf(db, authority.id, ids);
  const facts = await directory.facts([...documents.values()].map(({ record }) => record));
  return wanted.flatMap(({ section, vector }): State[] => {
    const loaded = documents.get(section);
    const decided: RecordFacts | undefined = loaded === undefined ? undefined : facts.get(loaded.record)?.facts;
    if (loaded === undefined || decided === undefined) return [];
    const update = beyond(loaded.doc, vector);
    loaded.doc.destroy();
    const own = authorsFor(principal, authors.get(section) ?? [], decided, now());
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
