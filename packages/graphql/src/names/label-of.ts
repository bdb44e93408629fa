import type { EntryField, RowField, SectionField } from '@caseweave/record';

/** What a field is called, for people. */
export const labelOf = (name: string, { options }: EntryField | RowField | SectionField): string =>
  options.label ?? spaced(name);

const spaced = (name: string): string => {
  const words = name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
