import { codeList, type CodeOf } from '@caseweave/model';

/** How a person lives at an address. */
export const residenceKinds = codeList('residence-kind', 'local', [
  { code: 'main', label: 'Main home' },
  { code: 'shared_care', label: 'Shared care' },
  { code: 'temporary', label: 'Temporary accommodation' },
  { code: 'placement', label: 'Placement' },
  { code: 'refuge', label: 'Refuge' },
  { code: 'unknown', label: 'Not known' },
]);

/** A code of residenceKinds. */
export type ResidenceKind = CodeOf<typeof residenceKinds>;
