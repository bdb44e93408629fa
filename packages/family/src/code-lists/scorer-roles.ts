import { codeList, type CodeOf } from '@caseweave/model';

/** Who gave a score. */
export const scorerRoles = codeList('scorer-role', 'local', [
  { code: 'child', label: 'Child or young person' },
  { code: 'parent', label: 'Parent or carer' },
  { code: 'lead', label: 'Lead practitioner' },
  { code: 'practitioner', label: 'Practitioner' },
  { code: 'manager', label: 'Manager' },
]);

/** A code of scorerRoles. */
export type ScorerRole = CodeOf<typeof scorerRoles>;
