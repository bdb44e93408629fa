import { codeList, type CodeOf } from '@caseweave/model';

/** What a review decided about the plan. */
export const reviewDecisions = codeList('review-decision', 'local', [
  { code: 'continue', label: 'Continue the plan' },
  { code: 'change', label: 'Change the plan' },
  { code: 'step_up', label: 'Ask to step up' },
  { code: 'close', label: 'Close the plan' },
  { code: 'single_agency', label: 'Go on with a single agency' },
]);

/** A code of reviewDecisions. */
export type ReviewDecision = CodeOf<typeof reviewDecisions>;
