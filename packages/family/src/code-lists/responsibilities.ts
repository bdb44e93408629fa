import { codeList, type CodeOf } from '@caseweave/model';

/** Whether a person holds parental responsibility. */
export const responsibilities = codeList('responsibility', 'local', [
  { code: 'yes', label: 'Has parental responsibility' },
  { code: 'no', label: 'Has no parental responsibility' },
  { code: 'unknown', label: 'Not known' },
]);

/** A code of responsibilities. */
export type Responsibility = CodeOf<typeof responsibilities>;
