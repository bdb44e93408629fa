import { codeList, type CodeOf } from '@caseweave/model';

/** How much an event matters in the family's story. */
export const significances = codeList('significance', 'local', [
  { code: 'key', label: 'Key event' },
  { code: 'notable', label: 'Notable' },
  { code: 'background', label: 'Background' },
]);

/** A code of significances. */
export type Significance = CodeOf<typeof significances>;
