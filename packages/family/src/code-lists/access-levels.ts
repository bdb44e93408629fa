import { codeList, type CodeOf } from '@caseweave/model';

/** How much of a section a grant opens to the person whom it names. */
export const accessLevels = codeList('access-level', 'local', [
  { code: 'read', label: 'Read' },
  { code: 'append', label: 'Read and add' },
  { code: 'write', label: 'Read and write' },
]);

/** A code of accessLevels. */
export type AccessLevel = CodeOf<typeof accessLevels>;
