import { codeList, type CodeOf } from '@caseweave/model';

/** How far an action has got. */
export const actionStatuses = codeList('action-status', 'local', [
  { code: 'proposed', label: 'Proposed' },
  { code: 'agreed', label: 'Agreed' },
  { code: 'in_progress', label: 'In progress' },
  { code: 'done', label: 'Done' },
  { code: 'not_done', label: 'Not done' },
  { code: 'no_longer_needed', label: 'No longer needed' },
]);

/** A code of actionStatuses. */
export type ActionStatus = CodeOf<typeof actionStatuses>;
