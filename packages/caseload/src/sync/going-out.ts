import type { SectionId } from '@caseweave/protocol';
import type { Mirror } from '../stored/mirror.ts';
import { partsOf, type WaitingEntry } from '../stored/rows.ts';

/**
 * The entries that may be sent, in order, up to a number. One that needs another waits until that was taken, and so does
 * what follows it in its sections; the rest goes on.
 */
export function goingOut(mirror: Mirror, last: number): readonly WaitingEntry[] {
  const held = new Set<SectionId>();
  const going: WaitingEntry[] = [];
  for (const entry of mirror.going()) {
    if (entry.batch > last) break;
    const parts = partsOf(entry);
    const waits = entry.needs.some((need) => mirror.outbox.has(need)) || parts.some(({ section }) => held.has(section));
    if (waits) for (const { section } of parts) held.add(section);
    else going.push(entry);
  }
  return going;
}
