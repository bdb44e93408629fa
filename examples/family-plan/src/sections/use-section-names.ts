import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useOpenRecord } from '../open-record/open-record-context.tsx';

/** The names of the sections of the open record that this reader may read, and that have arrived. */
export function useSectionNames(): readonly string[] {
  const record = useOpenRecord();
  const subscribe = useCallback((listener: () => void) => record.subscribe(listener), [record]);
  const sections = useSyncExternalStore(subscribe, () => record.sections());
  return useMemo(() => sections.filter(({ held }) => held).map(({ name }) => name), [sections]);
}
