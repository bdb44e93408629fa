import { codeList, type CodeOf } from '@caseweave/model';

/** What a person is in a family. */
export const familyRoles = codeList('family-role', 'local', [
  { code: 'child', label: 'Child' },
  { code: 'adult', label: 'Adult' },
]);

/** A code of familyRoles. */
export type FamilyRole = CodeOf<typeof familyRoles>;
