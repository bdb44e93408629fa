import { coded, day, line, listOf, type ListProjection, whole } from '@caseweave/model';
import { headlineOutcomes } from '../../code-lists/headline-outcomes.ts';
import { levelsOfNeed } from '../../code-lists/levels-of-need.ts';
import type { planShared } from './plan-shared.ts';

const count = () => whole({ least: 0, most: 1_000_000_000 });

/** What a caseload's list shows of a shared plan. */
export const planList: ListProjection<typeof planShared> = {
  fields: {
    familyName: { label: 'Family name', value: line({ longest: 80 }), isSearched: true },
    openNeeds: { label: 'Open needs', value: count() },
    headlines: { label: 'Headline outcomes of the open needs', value: listOf(coded(headlineOutcomes), { most: 10 }) },
    level: { label: 'Highest level of need', value: coded(levelsOfNeed), isFiltered: true },
    nextReviewOn: { label: 'Next review', value: day(), isFiltered: true },
    openActions: { label: 'Open actions', value: count() },
    nextDueOn: { label: 'Next action due', value: day(), isFiltered: true },
    questions: { label: 'Questions for the team', value: count() },
  },
  show(view, questions) {
    const needs = view.needs.filter(({ status }) => status === null || status === 'open');
    // A status that only a later version knows is not known to be over.
    const actions = view.actions.filter(
      ({ status }) => status === null || ['proposed', 'agreed', 'in_progress'].includes(status),
    );
    const given = <Value>(values: readonly (Value | null)[]): Value[] => values.filter((value) => value !== null);
    return {
      familyName: view.familyName,
      openNeeds: needs.length,
      headlines: [...new Set(given(needs.map(({ headline }) => headline)))].toSorted(),
      level: given(needs.map(({ level }) => level)).toSorted((a, b) => b - a)[0] ?? null,
      nextReviewOn: view.nextReviewOn,
      openActions: actions.length,
      nextDueOn: given(actions.map(({ dueOn }) => dueOn)).toSorted()[0] ?? null,
      questions,
    };
  },
};
