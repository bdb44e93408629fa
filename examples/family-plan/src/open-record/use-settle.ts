import type { EditOutcome } from '@caseweave/record';
import { useOpenRecord } from './open-record-context.tsx';

/** Settles questions of a section. */
export function useSettle(section: string): (questionId: string, value: unknown) => EditOutcome {
  const record = useOpenRecord();
  return (questionId, value) =>
    record.section(section)?.settle(questionId, value) ?? {
      type: 'refused',
      refusals: [
        { code: 'closed', path: '', rule: 'this part of the record is closed', remedy: 'Go back to your caseload.' },
      ],
    };
}
