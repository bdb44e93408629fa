import type { Caseload, CaseloadRecord, CaseloadStatus, EditState, KnownDecision, RecordId } from '@caseweave/caseload';
import { useCallback, useSyncExternalStore } from 'react';
import { useCaseload } from './caseload-context.tsx';

function useCaseloadPart<Part>(read: () => Part): Part {
  const caseload = useCaseload();
  const subscribe = useCallback((listener: () => void) => caseload.subscribe(listener), [caseload]);
  return useSyncExternalStore(subscribe, read);
}

/** How the caseload is: connection, what waits to be sent, what needs attention. */
export function useCaseloadStatus(): CaseloadStatus {
  const caseload = useCaseload();
  return useCaseloadPart(() => caseload.status());
}

/** The caseload list, with what was decided here and is not yet confirmed. */
export function useRecords(): readonly CaseloadRecord[] {
  const caseload = useCaseload();
  return useCaseloadPart(() => caseload.records());
}

/** The edits and commands that the server has not taken. */
export function useEdits(): readonly EditState[] {
  const caseload = useCaseload();
  return useCaseloadPart(() => caseload.edits());
}

/** The state of the newest edit to a path of a section; undefined when the server has all. */
export function useEditState(record: RecordId, sectionName: string, path?: string): EditState['state'] | undefined {
  const caseload = useCaseload();
  return useCaseloadPart(() => caseload.editState(record, sectionName, path));
}

/** Gives commands: the same function from render to render, see `Caseload.decide`. What it answers is to be shown. */
export function useDecide(): Caseload['decide'] {
  const caseload = useCaseload();
  return useCallback((command, options) => caseload.decide(command, options), [caseload]);
}

/** What was decided about a record lately, newest first. */
export function useDecisions(record: RecordId): readonly KnownDecision[] {
  const caseload = useCaseload();
  return useCaseloadPart(() => caseload.decisions(record));
}
