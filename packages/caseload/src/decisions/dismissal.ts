import type { SectionId } from '@caseweave/protocol';
import type { StoreChange } from '../stored/change.ts';
import type { Mirror } from '../stored/mirror.ts';
import { partsOf } from '../stored/rows.ts';

/** What putting an entry away means for the store. */
export interface Dismissal {
  readonly changes: readonly StoreChange[];
  /** Sections that go with it. */
  readonly gone: readonly SectionId[];
}

/** Removes an entry, and with the last one of a record that the server will not have, the record. */
export function dismissal(mirror: Mirror, batch: number): Dismissal {
  const left = mirror.entries().filter((entry) => entry.batch !== batch);
  const gone: SectionId[] = [];
  const changes: StoreChange[] = [{ type: 'remove', batch }];
  for (const { record, pending } of mirror.records.values()) {
    if (!pending) continue;
    const sections = mirror.sectionsOf(record).map(({ section }) => section);
    const isKept = left.some(
      (entry) =>
        (entry.kind === 'decision' && (entry.record === record || entry.creates.includes(record))) ||
        partsOf(entry).some(({ section }) => sections.includes(section)),
    );
    if (isKept) continue;
    gone.push(...sections);
    changes.push(...sections.map((section): StoreChange => ({ type: 'drop-section', section })));
    changes.push({ type: 'drop-record', record });
  }
  return { changes, gone };
}
