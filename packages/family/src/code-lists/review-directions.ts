import { codeList, type CodeOf } from '@caseweave/model';

/** Which way things have gone since the last review. */
export const reviewDirections = codeList('review-direction', 'local', [
  { code: 'improved', label: 'Improved' },
  { code: 'no_change', label: 'No change' },
  { code: 'worse', label: 'Worse' },
]);

/** A code of reviewDirections. */
export type ReviewDirection = CodeOf<typeof reviewDirections>;
