import * as Y from 'yjs';

/** Applies one update; false if its bytes are damaged, or it hangs on what the document does not have. */
export function appliesWhole(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return false;
  }
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}
