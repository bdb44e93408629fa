import type { RowField, SectionField } from '@caseweave/record';

/** A value in words: those of its field, where it has any; nothing for nothing. */
export function valueWords(field: SectionField | RowField, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one)).join(', ');
  const { options } = field;
  // A field's own words are for values of its own kind, which is what its view holds.
  if ('words' in options && options.words !== undefined) return (options.words as (value: unknown) => string)(value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  // Formatted text.
  return typeof value === 'object' && 'text' in value && typeof value.text === 'string' ? value.text : '';
}
