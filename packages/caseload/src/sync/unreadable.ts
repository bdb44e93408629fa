import * as Y from 'yjs';
import type { StoreChange } from '../stored/change.ts';
import type { NumberedEntry } from '../stored/rows.ts';
import { freeze } from './freeze.ts';

/** Finds unsent entries whose bytes were damaged in the store: they, and what follows them, need attention. */
export function unreadable(entries: readonly NumberedEntry[]): readonly StoreChange[] {
  const changes = new Map<number, StoreChange>();
  for (const { batch, parts, attention } of entries) {
    if (attention !== null || changes.has(batch) || parts.every(({ update }) => isReadable(update))) continue;
    for (const { entry } of freeze(entries, batch, { type: 'behind', part: 0 }).entries) {
      const code = entry.batch === batch ? 'unreadable' : 'followed';
      changes.set(entry.batch, { type: 'attend', batch: entry.batch, attention: { code, detail: null } });
    }
  }
  return Array.from(changes.values());
}

function isReadable(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update);
    return true;
  } catch {
    return false;
  }
}
