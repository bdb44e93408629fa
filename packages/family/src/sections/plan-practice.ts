import { codedRegister, codedSet, day, line, passage, sectionOf } from '@caseweave/model';
import type { Finding, RuleContext } from '@caseweave/model';
import {
  collection,
  defineSection,
  log,
  position,
  register,
  richText,
  setOf,
  text,
  type View,
} from '@caseweave/record';
import { factors } from '../code-lists/factors.ts';
import { levelsOfNeed } from '../code-lists/levels-of-need.ts';
import { scales } from '../code-lists/scales.ts';
import { family } from '../kinds/family.ts';
import { daysBetween } from '../words/days.ts';
import { mostCareful } from './most-careful.ts';
import { anybody, mayBeLeftOut, person, score } from './values.ts';

/** What practitioners think among themselves: analysis, thinking about risk, drafts. */
export const planPractice = defineSection({
  name: 'plan.practice',
  version: 2,
  oldestWriter: 1,
  fields: {
    analysis: richText({ label: 'Analysis' }),
    assessmentStartedOn: register(day(), { label: 'Assessment started', standing: 'earliest' }),
    assessmentCompletedOn: register(day(), { label: 'Assessment completed' }),
    factors: codedSet(factors, { label: 'Factors found' }),
    whatIf: richText({ label: 'If things get worse' }),
    worries: collection(
      {
        text: register(line(), { label: 'Worry' }),
        about: setOf(person(), { label: 'About' }),
        level: codedRegister(levelsOfNeed, {
          label: 'Level of need',
          standing: mostCareful([4, 3, 2, 1], 'the higher level is used until you decide'),
        }),
        goal: register(line(), { label: 'What safe enough looks like' }),
        note: text({ label: 'Thinking' }),
        place: position(),
      },
      { label: 'Worry' },
    ),
    scores: log(
      {
        scale: codedRegister(scales, { label: 'Scale' }),
        subject: register(mayBeLeftOut(person()), { label: 'About' }),
        value: register(score(), { label: 'Score' }),
        scoredBy: register(anybody(), { label: 'Given by' }),
        on: register(day(), { label: 'On' }),
        rationale: register(mayBeLeftOut(passage()), { label: 'Why' }),
      },
      { label: 'Professional score' },
    ),
  },
});

/** What practitioners think, at one moment. */
export type PlanPracticeView = View<typeof planPractice>;

/** Days that an assessment may take: 45 working days are nine weeks. */
const assessmentDays = 63;

/** The numbers are those of the national validation rules. */
function findings(
  { assessmentStartedOn: from, assessmentCompletedOn: to, factors: found }: PlanPracticeView,
  { today }: RuleContext,
): readonly Finding[] {
  const all: Finding[] = [];
  const path = 'assessmentCompletedOn';
  if (from !== null && to !== null && to < from) {
    const words = 'The assessment ends before it starts: check the dates.';
    all.push({ rule: '8608', severity: 'error', path, words });
  }
  if (found.length > 0 && to === null) {
    const words = 'Factors belong to a completed assessment: say when it was completed.';
    all.push({ rule: '8614', severity: 'error', path, words });
  }
  if (from !== null && daysBetween(from, to ?? today) > assessmentDays) {
    const words = 'The assessment has taken more than 45 working days: say why.';
    all.push({ rule: '8670Q', severity: 'query', path, words });
  }
  return all;
}

export const planPracticeSection = sectionOf(family, planPractice, {
  title: 'Practice',
  about: 'What practitioners think among themselves: analysis, thinking about risk, drafts.',
  rights: {
    lead: 'write',
    'council-early-help': 'write',
    education: 'none',
    health: 'write',
    justice: 'none',
    partner: 'none',
    'domestic-abuse': 'none',
    manager: 'write',
    'social-worker': 'read',
    'household-adult': 'none',
    'young-person': 'none',
  },
  findings,
});
