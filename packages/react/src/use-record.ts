import type { OpenRecord, RecordId } from '@caseweave/caseload';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useCaseload } from './caseload-context.tsx';

/** Opens a record while the component is shown; undefined until it is open. */
export function useRecord(id: RecordId): OpenRecord | undefined {
  const caseload = useCaseload();
  const [opened, setOpened] = useState<OpenRecord>();
  useEffect(() => {
    let isShown = true;
    let record: OpenRecord | undefined;
    const open = async () => {
      try {
        record = await caseload.open(id);
      } catch {
        // The store failed: the caseload's status says so, and what to do.
        return;
      }
      if (isShown) setOpened(record);
      else record.close();
    };
    void open();
    return () => {
      isShown = false;
      record?.close();
      setOpened(undefined);
    };
  }, [caseload, id]);
  return opened?.record === id ? opened : undefined;
}

const noSections: ReturnType<OpenRecord['sections']> = [];

/** The sections of a record that this person may read, whether or not they have arrived. */
export function useSections(record: OpenRecord | undefined): ReturnType<OpenRecord['sections']> {
  const subscribe = useCallback((listener: () => void) => record?.subscribe(listener) ?? nothing, [record]);
  return useSyncExternalStore(subscribe, () => record?.sections() ?? noSections);
}

const nothing = (): void => {};
