import type { PlanPracticeView } from '../sections/plan-practice.ts';
import { daysBetween } from '../words/days.ts';
import type { Finding, RuleContext } from './finding.ts';

/** Days that an assessment may take: 45 working days are nine weeks. */
const assessmentDays = 63;

/** What an assessment leaves to be looked at; the numbers are those of the national validation rules. */
export function practiceFindings(view: PlanPracticeView, { today }: RuleContext): readonly Finding[] {
  const { assessmentStartedOn: from, assessmentCompletedOn: to, factors } = view;
  const found: Finding[] = [];
  const path = 'assessmentCompletedOn';
  if (from !== null && to !== null && to < from) {
    found.push({
      rule: '8608',
      severity: 'error',
      path,
      words: 'The assessment ends before it starts: check the dates.',
    });
  }
  if (factors.length > 0 && to === null) {
    const words = 'Factors belong to a completed assessment: say when it was completed.';
    found.push({ rule: '8614', severity: 'error', path, words });
  }
  if (from !== null && daysBetween(from, to ?? today) > assessmentDays) {
    const words = 'The assessment has taken more than 45 working days: say why.';
    found.push({ rule: '8670Q', severity: 'query', path, words });
  }
  return found;
}
