import { codeList, type CodeOf } from '@caseweave/model';

/** The main reason a child is in need, in the national codes. */
export const primaryNeeds = codeList('primary-need', 'Children in need census', [
  { code: 'N0', label: 'Not stated' },
  { code: 'N1', label: 'Abuse or neglect' },
  { code: 'N2', label: "Child's disability" },
  { code: 'N3', label: 'Parental illness or disability' },
  { code: 'N4', label: 'Family in acute stress' },
  { code: 'N5', label: 'Family dysfunction' },
  { code: 'N6', label: 'Socially unacceptable behaviour' },
  { code: 'N7', label: 'Low income' },
  { code: 'N8', label: 'Absent parenting' },
  { code: 'N9', label: 'Cases other than children in need' },
]);

/** A code of primaryNeeds. */
export type PrimaryNeed = CodeOf<typeof primaryNeeds>;
