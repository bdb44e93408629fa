import { canonicalJson, type Json } from './json.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What is said of something that a later version wrote. */
export const unshownWords = 'something that this version cannot show';

/** Says a value in plain words, where its field has none of its own. */
export function plainWords(value: Json): string {
  if (value === null) return 'blank';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'string') return dateWords(value) ?? value;
  if (typeof value === 'number') return String(value);
  if (isList(value)) return value.map(plainWords).join(', ');
  return canonicalJson(value);
}

/** Makes a label of a field's name: `dueOn` becomes "Due on". */
export function labelFrom(name: string): string {
  const words = name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Tells whether a value is a calendar date, `2026-12-01`. */
export const isDate = (value: Json): value is string => typeof value === 'string' && dateWords(value) !== undefined;

function dateWords(text: string): string | undefined {
  if (text.length !== 10 || text.charAt(4) !== '-') return undefined;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const month = months[Number(parts?.[2]) - 1];
  return parts === null || month === undefined ? undefined : `${Number(parts[3])} ${month} ${parts[1]}`;
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);
