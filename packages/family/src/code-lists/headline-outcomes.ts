import { codeList, type CodeOf } from '@caseweave/model';

/** The ten headline outcomes under which needs are recorded. */
export const headlineOutcomes = codeList('headline-outcome', 'Supporting Families outcomes framework 2022', [
  { code: 'SF01', label: 'Getting a good education' },
  { code: 'SF02', label: 'Good early years development' },
  { code: 'SF03', label: 'Improved mental and physical health' },
  { code: 'SF04', label: 'Better managed substance use' },
  { code: 'SF05', label: 'Improved family relationships' },
  { code: 'SF06', label: 'Children safe from abuse and exploitation' },
  { code: 'SF07', label: 'Families diverted from crime' },
  { code: 'SF08', label: 'Safe from domestic abuse' },
  { code: 'SF09', label: 'Secure housing' },
  { code: 'SF10', label: 'Financial stability' },
]);

/** A code of headlineOutcomes. */
export type HeadlineOutcome = CodeOf<typeof headlineOutcomes>;
