import type { Question } from '@caseweave/record';
import type { FamilyTab } from '../routing/family-tabs.ts';
import { isDay } from '../words/dates.ts';

const counts: Readonly<Record<number, string>> = { 2: 'Two', 3: 'Three', 4: 'Four' };

/** What happened, in a few words: "Two dates were given". */
export function whatWasGiven({ kind, claims }: Question): string {
  if (kind === 'struck') return 'Struck while somebody wrote in it';
  const many = counts[claims.length] ?? String(claims.length);
  const areDays = claims.every(({ value }) => typeof value === 'string' && isDay(value));
  return `${many} ${areDays ? 'dates' : 'answers'} were given`;
}

/** A question in one sentence: "Two dates were given for “School transport form” (by when)." */
export function questionInWords(question: Question): string {
  const { kind, label, row } = question;
  if (kind === 'struck') return `“${row ?? label}” was entered in error, but somebody wrote in it.`;
  return row === undefined
    ? `${whatWasGiven(question)} for ${label.toLowerCase()}.`
    : `${whatWasGiven(question)} for “${row}” (${label.toLowerCase()}).`;
}

/** Where on the family's page a question is shown. */
export function tabOfQuestion({ path }: Question): FamilyTab {
  if (path.startsWith('reviews') || path === 'nextReviewOn') return 'reviews';
  return path.startsWith('relationships') ? 'people' : 'plan';
}
