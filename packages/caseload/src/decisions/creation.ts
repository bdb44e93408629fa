import type { RecordId } from '@caseweave/protocol';
import type { Mirror } from '../stored/mirror.ts';
import { isWaiting } from '../stored/rows.ts';

/** The commands that must be taken before anything can be sent for a record: the one that creates it, if it waits. */
export function creationOf(mirror: Mirror, record: RecordId): readonly number[] {
  const creator = mirror.creatorOf(record);
  return creator !== undefined && isWaiting(creator) ? [creator.batch] : [];
}

/** Whether a record is known on this device only and the server will not have it: its command was not carried out. */
export function isForsaken(mirror: Mirror, record: RecordId): boolean {
  return mirror.records.get(record)?.pending === true && creationOf(mirror, record).length === 0;
}
