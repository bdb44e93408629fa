import { codeList, type CodeOf } from '@caseweave/model';

/** How a practitioner came to what a note says. */
export const noteKinds = codeList('note-kind', 'local', [
  { code: 'visit', label: 'Home visit' },
  { code: 'call', label: 'Telephone call' },
  { code: 'meeting', label: 'Meeting' },
  { code: 'seen_in_school', label: 'Seen in school or nursery' },
  { code: 'clinic', label: 'Clinic appointment' },
  { code: 'message', label: 'Message' },
  { code: 'record_check', label: 'Check of records' },
]);

/** A code of noteKinds. */
export type NoteKind = CodeOf<typeof noteKinds>;
