import * as Y from 'yjs';
import type { StoreChange } from '../stored/change.ts';
import { isWaiting, type NumberedEntry, partsOf } from '../stored/rows.ts';
import { freeze } from './freeze.ts';

/** Finds unsent entries whose bytes were damaged in the store: they, and what follows them, need attention. */
export function unreadable(entries: readonly NumberedEntry[]): readonly StoreChange[] {
  const changes = new Map<number, StoreChange>();
  for (const entry of entries.filter(isWaiting)) {
    if (changes.has(entry.batch) || partsOf(entry).every(({ update }) => isReadable(update))) continue;
    const frozen = freeze(entries, entry.batch, { code: 'unreadable', detail: null });
    for (const {
      entry: { batch },
      attention,
    } of frozen.entries) {
      changes.set(batch, { type: 'attend', batch, attention });
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
