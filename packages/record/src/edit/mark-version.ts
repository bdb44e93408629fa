import type * as Y from 'yjs';

/** Notes in the document that this version of the schema wrote in it. */
export function markVersion(doc: Y.Doc, versionKey: string): void {
  const versions = doc.getMap('versions');
  if (!versions.has(versionKey)) versions.set(versionKey, true);
}
