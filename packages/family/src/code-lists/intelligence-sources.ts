import { codeList, type CodeOf } from '@caseweave/model';

/** Where safety information comes from. */
export const intelligenceSources = codeList('intelligence-source', 'local', [
  { code: 'officer', label: 'Police officer' },
  { code: 'public', label: 'Member of the public' },
  { code: 'partner_agency', label: 'Partner agency' },
  { code: 'family', label: 'Family member' },
  { code: 'not_stated', label: 'Not stated' },
]);

/** A code of intelligenceSources. */
export type IntelligenceSource = CodeOf<typeof intelligenceSources>;
