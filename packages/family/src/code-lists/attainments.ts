import { codeList, type CodeOf } from '@caseweave/model';

/** How far a desired outcome has been reached. */
export const attainments = codeList('attainment', 'local', [
  { code: 'not_started', label: 'Not started' },
  { code: 'no_change', label: 'No change' },
  { code: 'some_progress', label: 'Some progress' },
  { code: 'achieved', label: 'Achieved' },
  { code: 'worse', label: 'Worse' },
]);

/** A code of attainments. */
export type Attainment = CodeOf<typeof attainments>;
