import { codeList, type CodeOf } from '@caseweave/model';

/** What has become of a need. */
export const needStatuses = codeList('need-status', 'local', [
  { code: 'open', label: 'Open' },
  { code: 'met', label: 'Met' },
  { code: 'not_met', label: 'Not met' },
  { code: 'no_longer_relevant', label: 'No longer relevant' },
]);

/** A code of needStatuses. */
export type NeedStatus = CodeOf<typeof needStatuses>;
