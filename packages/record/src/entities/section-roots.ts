import type * as Y from 'yjs';
import { RecordError } from '../outcomes.ts';

/**
 * The list of a section's claims.
 *
 * @throws RecordError `wrong-root`
 */
export function claimsOf(doc: Y.Doc): Y.Array<unknown> {
  try {
    const claims = doc.getArray('claims');
    // What every edit writes in: an edit that is begun must not fail over it.
    doc.getMap('versions');
    return claims;
  } catch {
    throw new RecordError(
      'wrong-root',
      'The root `claims` of this document is no array, or `versions` no map: it is not a section of a record.',
    );
  }
}
