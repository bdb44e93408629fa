import type { OpenRecord } from '@caseweave/caseload';
import { createContext, useContext } from 'react';

/** The record that the page is about. */
export const OpenRecordContext = createContext<OpenRecord | null>(null);

/** The record that the page is about. */
export function useOpenRecord(): OpenRecord {
  const record = useContext(OpenRecordContext);
  if (record === null) throw new Error('This part of the page is shown outside of a record.');
  return record;
}
