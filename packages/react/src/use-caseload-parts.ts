import type { CaseloadRecord, CaseloadStatus, EditState, RecordId } from '@caseweave/caseload';
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

/** The caseload list. */
export function useRecords(): readonly CaseloadRecord[] {
  const caseload = useCaseload();
  return useCaseloadPart(() => caseload.records());
}

/** The edits that the server has not taken. */
export function useEdits(): readonly EditState[] {
  const caseload = useCaseload();
  return useCaseloadPart(() => caseload.edits());
}

/** The state of the newest edit to a path of a section; undefined when the server has all. */
export function useEditState(record: RecordId, sectionName: string, path?: string): EditState['state'] | undefined {
  const caseload = useCaseload();
  return useCaseloadPart(() => caseload.editState(record, sectionName, path));
}
