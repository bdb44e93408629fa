import { codeList, type CodeOf } from '@caseweave/model';

/** Whether somebody came to a review. */
export const attendanceMarks = codeList('attendance-mark', 'local', [
  { code: 'attended', label: 'Attended' },
  { code: 'apologies', label: 'Sent apologies' },
  { code: 'absent', label: 'Did not attend' },
]);

/** A code of attendanceMarks. */
export type AttendanceMark = CodeOf<typeof attendanceMarks>;
