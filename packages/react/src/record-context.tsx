import type { OpenRecord } from '@caseweave/caseload';
import { createContext, type ReactNode, useContext } from 'react';

const RecordContext = createContext<OpenRecord | null>(null);

/** Gives an open record to the components inside. */
export function OpenRecordProvider({
  record,
  children,
}: {
  readonly record: OpenRecord;
  readonly children: ReactNode;
}) {
  return <RecordContext value={record}>{children}</RecordContext>;
}

/**
 * The open record that the nearest provider gives.
 *
 * @throws Error outside a provider
 */
export function useOpenRecord(): OpenRecord {
  const record = useContext(RecordContext);
  if (record === null) throw new Error('No open record here: put an OpenRecordProvider around this component.');
  return record;
}
