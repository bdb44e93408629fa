import { codeList, type CodeOf } from '@caseweave/model';

/** Why early help came to an end. */
export const closureReasons = codeList('closure-reason', 'local', [
  { code: 'EH01', label: 'Needs met' },
  { code: 'EH02', label: 'Needs partly met, a single agency goes on' },
  { code: 'EH03', label: 'Universal services' },
  { code: 'EH04', label: 'Stepped up: child in need' },
  { code: 'EH05', label: 'Stepped up: child protection' },
  { code: 'EH06', label: 'Became looked after' },
  { code: 'EH07', label: 'Family declined' },
  { code: 'EH08', label: 'Family stopped taking part' },
  { code: 'EH09', label: 'Moved out of the area' },
  { code: 'EH10', label: 'Transferred to another authority' },
  { code: 'EH11', label: 'Child over 18, or 25 with special educational needs' },
  { code: 'EH12', label: 'Child died' },
  { code: 'EH13', label: 'Duplicate or error' },
]);

/** A code of closureReasons. */
export type ClosureReason = CodeOf<typeof closureReasons>;
