import type { PlanSharedView } from '@caseweave/family';
import { nameIn, type PeopleOfPlan } from '../families/people-context.tsx';
import { dayInWords, isDay } from '../words/dates.ts';

/** Says the words of a value as people say them: names for the ids of people, words for those of rows, dates in full. */
export function saidValue(words: string, known: PeopleOfPlan, view: PlanSharedView): string {
  if (isDay(words)) return dayInWords(words);
  if (known.owners.some(({ value }) => value === words)) return nameIn(known, words);
  return view.outcomes.byId(words)?.text ?? view.needs.byId(words)?.title ?? words;
}
