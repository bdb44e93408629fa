import type { ChronologyView } from '../sections/chronology-shared.ts';
import type { IdentityView } from '../sections/person-identity.ts';
import type { LocationView } from '../sections/person-location.ts';
import type { PlanPracticeView } from '../sections/plan-practice.ts';
import type { PlanSharedView } from '../sections/plan-shared.ts';
import { chronologyFindings } from './chronology-findings.ts';
import type { Finding, RuleContext } from './finding.ts';
import { identityFindings } from './identity-findings.ts';
import { locationFindings } from './location-findings.ts';
import { planFindings } from './plan-findings.ts';
import { practiceFindings } from './practice-findings.ts';

/**
 * What a section leaves to be looked at, the same on every device that has the same view on the same day.
 *
 * @param view - a view of the section of that name
 */
export function findings(sectionName: string, view: unknown, context: RuleContext): readonly Finding[] {
  switch (sectionName) {
    case 'plan.shared':
      return planFindings(view as PlanSharedView, context);
    case 'chronology.shared':
      return chronologyFindings(view as ChronologyView, context);
    case 'person.identity':
      return identityFindings(view as IdentityView, context);
    case 'person.location':
      return locationFindings(view as LocationView, context);
    case 'plan.practice':
      return practiceFindings(view as PlanPracticeView, context);
    default:
      return [];
  }
}
