import { codeList, type CodeOf } from '@caseweave/model';

/** Sex as recorded, in the national codes; an unborn child is U. */
export const sexes = codeList('sex', 'Children in need census', [
  { code: 'M', label: 'Male' },
  { code: 'F', label: 'Female' },
  { code: 'U', label: 'Not known or unborn' },
]);

/** A code of sexes. */
export type Sex = CodeOf<typeof sexes>;
