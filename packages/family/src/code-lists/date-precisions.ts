import { codeList, type CodeOf } from '@caseweave/model';

/** How exactly a date is known. */
export const datePrecisions = codeList('date-precision', 'local', [
  { code: 'day', label: 'On the day' },
  { code: 'month', label: 'In the month' },
  { code: 'year', label: 'In the year' },
  { code: 'about', label: 'About then' },
]);

/** A code of datePrecisions. */
export type DatePrecision = CodeOf<typeof datePrecisions>;
