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
import { z } from 'zod';
import { factors } from '../code-lists/factors.ts';
import { levelsOfNeed } from '../code-lists/levels-of-need.ts';
import { scales } from '../code-lists/scales.ts';
import { mostCareful } from './most-careful.ts';
import { day, line, passage, reference } from './values.ts';

/** What practitioners think among themselves: analysis, thinking about risk, drafts. */
export const planPractice = defineSection({
  name: 'plan.practice',
  version: 2,
  oldestWriter: 1,
  fields: {
    analysis: richText({ label: 'Analysis' }),
    assessmentStartedOn: register(day, { label: 'Assessment started', standing: 'earliest' }),
    assessmentCompletedOn: register(day, { label: 'Assessment completed' }),
    factors: setOf(factors.schema, { label: 'Factors found', words: factors.labelOf, exclusive: ['21'] }),
    whatIf: richText({ label: 'If things get worse' }),
    worries: collection(
      {
        text: register(line, { label: 'Worry' }),
        about: setOf(reference, { label: 'About' }),
        level: register(levelsOfNeed.schema, {
          label: 'Level of need',
          words: levelsOfNeed.labelOf,
          standing: mostCareful([4, 3, 2, 1], 'the higher level is used until you decide'),
        }),
        goal: register(line, { label: 'What safe enough looks like' }),
        note: text({ label: 'Thinking' }),
        place: position(),
      },
      { label: 'Worry' },
    ),
    scores: log(
      {
        scale: register(scales.schema, { label: 'Scale', words: scales.labelOf }),
        subject: register(reference.optional(), { label: 'About' }),
        value: register(z.number(), { label: 'Score' }),
        scoredBy: register(reference, { label: 'Given by' }),
        on: register(day, { label: 'On' }),
        rationale: register(passage.optional(), { label: 'Why' }),
      },
      { label: 'Professional score' },
    ),
  },
});

/** What practitioners think, at one moment. */
export type PlanPracticeView = View<typeof planPractice>;
