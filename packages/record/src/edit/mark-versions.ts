import type * as Y from 'yjs';

/** Notes in the document which versions of the schema wrote in it. */
export function markVersions(doc: Y.Doc, versionKeys: readonly string[]): void {
  const versions = doc.getMap('versions');
  for (const key of versionKeys) if (!versions.has(key)) versions.set(key, true);
}

/** Whether the document has all of these. */
export const isMarked = (doc: Y.Doc, versionKeys: readonly string[]): boolean =>
  versionKeys.every((key) => doc.getMap('versions').has(key));
