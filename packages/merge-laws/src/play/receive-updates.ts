import * as Y from 'yjs';
import type { Grouping } from '../history/step.ts';

/** Applies updates one by one, in one transaction, or merged into one. */
export function receiveUpdates(doc: Y.Doc, updates: readonly Uint8Array[], grouping: Grouping): void {
  if (grouping === 'merged') Y.applyUpdate(doc, Y.mergeUpdates([...updates]), 'network');
  else if (grouping === 'transaction')
    Y.transact(doc, () => updates.forEach((update) => Y.applyUpdate(doc, update)), 'network', false);
  else for (const update of updates) Y.applyUpdate(doc, update, 'network');
}
