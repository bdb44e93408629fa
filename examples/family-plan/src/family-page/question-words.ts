import type { Question } from '@caseweave/record';
import type { FamilyTab } from '../routing/route.ts';
import { isDay } from '../words/dates.ts';

const counts: Readonly<Record<number, string>> = { 2: 'Two', 3: 'Three', 4: 'Four' };

/** A question in one sentence: "Two dates were given for School transport form." */
export function questionInWords({ kind, claims, label, row }: Question): string {
  const what = row === undefined ? label : `${label}, “${row}”`;
  if (kind === 'struck') return `“${row ?? label}” was entered in error, but somebody wrote in it.`;
  const many = counts[claims.length] ?? String(claims.length);
  const kindOfValue = claims.every(({ value }) => typeof value === 'string' && isDay(value)) ? 'dates' : 'answers';
  return `${many} ${kindOfValue} were given for ${what}.`;
}

/** Where on the family's page a question is shown. */
export function tabOfQuestion({ path }: Question): FamilyTab {
  if (path.startsWith('reviews') || path === 'nextReviewOn') return 'reviews';
  return path.startsWith('relationships') ? 'people' : 'plan';
}
