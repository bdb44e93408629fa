/**
 * Ten laws of merging, checked over thousands of random histories of a record's section, or of any Yjs document.
 *
 * ```ts
 * import { checkLaws } from '@caseweave/merge-laws';
 *
 * test('merging keeps the laws', () => {
 *   checkLaws(plots);
 * });
 * ```
 *
 * @packageDocumentation
 */

// Checking
export { checkLaws, findBreach, type Checked, type CheckOptions, type LawSummary } from './check-laws.ts';
export type { LawFailure } from './law-failure.ts';
export { LawBroken } from './law-broken.ts';
export { allLaws, laws, type Law, type LawWords } from './laws.ts';
export { replayHistory } from './replay-history.ts';
export type { Breach } from './play/breach.ts';

// Histories
export { HistoryArbitrary, type HistoryOptions } from './history/history-arbitrary.ts';
export type { Grouping, History, Step, StoredAs } from './history/step.ts';
export { play, type Played, type PlayOptions } from './play/play.ts';
export type { PlayEvent } from './play/event.ts';

// Telling of a failure
export { failureWords } from './report/failure-words.ts';
export { reportPage } from './report/report-page.ts';
export { testSource, type TestSourceOptions } from './report/test-source.ts';

// What is checked
export { sectionSubject, type Rule, type SectionLawOptions } from './section/section-subject.ts';
export type { Part, SectionEdit } from './section/part.ts';
export { openRecordReplica, type RecordReplica, type ResolvedPart } from './section/record-replica.ts';
export type { ValuePools } from './section/outline.ts';
export { yjsSubject, type Meaning, type YjsAdapter, type YjsReplica } from './yjs/yjs-subject.ts';
export type { LawFinding, OracleState, EditMoment, EditResult, Replica, Setting, Subject } from './subject.ts';
export type { EditSource, RandomSource } from './history/edit-source.ts';
export type { Fact, Ledger, NewFact } from './oracle/ledger.ts';
export type { KnownEdits } from './oracle/known-edits.ts';
export { receiveUpdates } from './play/receive-updates.ts';
