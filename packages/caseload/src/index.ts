/**
 * A caseload on one device: its open records, outbox, leases, cursor and presence, over ports for store and transport.
 *
 * ```ts
 * const caseload = await openCaseload({ store, transport, clock, random, locks, channel, token, schemas, project });
 * const [job] = caseload.records();
 * const record = await caseload.open(job.record);
 * const section = record.section(plan);
 * section?.edit((draft) => { draft.title = 'Okafor house'; });
 * caseload.edits(); // what is on this device only, or needs attention
 * ```
 *
 * @packageDocumentation
 */

// A caseload
export { openCaseload } from './open-caseload.ts';
export type { CaseloadOptions } from './options.ts';
export type { AppCallback, OnAppError } from './app-code/app-code.ts';
export type {
  Caseload,
  CaseloadRecord,
  CaseloadSection,
  CaseloadStatus,
  EditState,
  SignOut,
  UntakenDamage,
  UntakenDecision,
  UntakenEdit,
} from './caseload.ts';
export type { OpenRecord } from './documents/open-record.ts';
export type { OpenSection, Writing } from './documents/open-section.ts';
export type { AttentionWords, OwnAttentionWords } from './attention-words.ts';
export { statusWords, type StatusWords } from './status-words.ts';
export type { Settled } from './documents/settled.ts';
export type { TokenSource } from './ports/token-source.ts';

// Decisions
export type { DecideOutcome } from './decisions/decide-outcome.ts';
export type { Decider, DecisionPort, CommandRefusal, NewRecord, NewSection } from './decisions/decision-port.ts';
export type { KnownDecision } from './decisions/known-decisions.ts';
export type { PendingDecision } from './decisions/pending.ts';

// Names
export type { Acts, RecordId, SectionId } from '@caseweave/protocol';

// Ports
export type { CaseloadStore } from './ports/caseload-store.ts';
export type { Clock } from './ports/clock.ts';
export type { HeldLock, LockRequest, Locks } from './ports/locks.ts';
export type { Random } from './ports/random.ts';
export type { TabChannel } from './ports/tab-channel.ts';
export { isTabMessage, type TabAsk, type TabMessage, type WriterStatus } from './tabs/tab-message.ts';
export type { Connection, ConnectionEvents, Transport } from './ports/transport.ts';
export { StoreFailure, type StoreFailureCode } from './ports/store-failure.ts';

// What is stored
export type { Durability, StoreChange } from './stored/change.ts';
export type {
  Attention,
  AttentionCode,
  BaseRow,
  DamagedEntry,
  CommandEntry,
  DecisionsRow,
  DeviceRow,
  EditEntry,
  EditPart,
  NumberedEntry,
  OutboxEntry,
  RecordRow,
  SectionRow,
  StoredCaseload,
} from './stored/rows.ts';

// The ports in memory
export { type ManualClock, manualClock } from './memory/manual-clock.ts';
export { type MemoryDisk, memoryDisk } from './memory/memory-disk.ts';
export { memoryLocks } from './memory/memory-locks.ts';
export { memoryTabs } from './memory/memory-tabs.ts';
export { seededRandom } from './memory/seeded-random.ts';
