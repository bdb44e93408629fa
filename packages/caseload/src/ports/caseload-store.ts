import type { SectionId } from '@caseweave/protocol';
import type { Durability, StoreChange } from '../stored/change.ts';
import type { BaseRow, StoredCaseload } from '../stored/rows.ts';

/** Where a device keeps one person's caseload. Its promises reject with {@link StoreFailure} and nothing else. */
export interface CaseloadStore {
  /** Reads everything but the documents. A row that cannot be read is left out and counted. */
  load(): Promise<StoredCaseload>;
  /** Reads what the server has of one section, in the order in which it came. A damaged row has no bytes. */
  base(section: SectionId): Promise<readonly BaseRow[]>;
  /** Reads what the server has of several sections at once, each as {@link base} does, in the order asked for. */
  bases(sections: readonly SectionId[]): Promise<readonly (readonly BaseRow[])[]>;
  /** Carries out all changes or none, and gives the numbers of the entries that were appended, in order. */
  commit(changes: readonly StoreChange[], durability: Durability): Promise<readonly number[]>;
  /** Removes everything, durably. Numbers of the outbox may begin afresh. */
  wipe(): Promise<void>;
  close(): void;
}
