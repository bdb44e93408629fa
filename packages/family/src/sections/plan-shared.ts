import {
  collection,
  defineSection,
  log,
  position,
  progress,
  register,
  richText,
  setOf,
  text,
  type View,
} from '@caseweave/record';
import { z } from 'zod';
import { actionStatuses } from '../code-lists/action-statuses.ts';
import { attendanceMarks } from '../code-lists/attendance-marks.ts';
import { attainments } from '../code-lists/attainments.ts';
import { headlineOutcomes } from '../code-lists/headline-outcomes.ts';
import { levelsOfNeed } from '../code-lists/levels-of-need.ts';
import { needStatuses } from '../code-lists/need-statuses.ts';
import { relationshipKinds } from '../code-lists/relationship-kinds.ts';
import { responsibilities } from '../code-lists/responsibilities.ts';
import { reviewDecisions } from '../code-lists/review-decisions.ts';
import { reviewDirections } from '../code-lists/review-directions.ts';
import { scales } from '../code-lists/scales.ts';
import { scorerRoles } from '../code-lists/scorer-roles.ts';
import { mostCareful } from './most-careful.ts';
import { day, line, passage, reference } from './values.ts';

/** A mark of who came to a review; whoever wrote somebody down as there may say so by name. */
const attendance = z.object({
  who: reference,
  mark: attendanceMarks.schema,
  markedBy: reference.optional(),
});

/** The plan that the whole team around the family works on. */
export const planShared = defineSection({
  name: 'plan.shared',
  version: 2,
  oldestWriter: 1,
  fields: {
    familyName: register(z.string().min(1).max(80), { label: 'Family name' }),
    story: richText({ label: 'Family story' }),
    strengths: collection(
      { text: register(line, { label: 'Strength' }), about: setOf(reference, { label: 'About' }), place: position() },
      { label: 'Strength' },
    ),
    relationships: collection(
      {
        from: register(reference, { label: 'Person' }),
        to: register(reference, { label: 'Other person' }),
        kind: register(relationshipKinds.schema, { label: 'Relationship', words: relationshipKinds.labelOf }),
        parentalResponsibility: register(responsibilities.schema, {
          label: 'Parental responsibility',
          words: responsibilities.labelOf,
          standing: mostCareful(['unknown', 'no', 'yes'], 'the more careful answer is used until you decide'),
        }),
      },
      { label: 'Relationship' },
    ),
    needs: collection(
      {
        title: register(line, { label: 'Need' }),
        headline: register(headlineOutcomes.schema, { label: 'Headline outcome', words: headlineOutcomes.labelOf }),
        about: setOf(reference, { label: 'About' }),
        level: register(levelsOfNeed.schema, {
          label: 'Level of need',
          words: levelsOfNeed.labelOf,
          standing: mostCareful([4, 3, 2, 1], 'the higher level is used until you decide'),
        }),
        // No progress field: one who says that a need is met must not silence another who says that it is not.
        status: register(needStatuses.schema, {
          label: 'Status of the need',
          words: needStatuses.labelOf,
          standing: mostCareful(
            ['open', 'not_met', 'met', 'no_longer_relevant'],
            'the need stays as it was reported worst until you decide',
          ),
        }),
        note: text({ label: 'What we know' }),
        place: position(),
      },
      { label: 'Need' },
    ),
    outcomes: collection(
      {
        text: register(line, { label: 'Desired outcome' }),
        needs: setOf(reference, { label: 'Needs that it answers' }),
        targetOn: register(day, { label: 'To be reached by', standing: 'earliest' }),
        attainment: register(attainments.schema, {
          label: 'Progress',
          words: attainments.labelOf,
          standing: mostCareful(
            ['worse', 'no_change', 'not_started', 'some_progress', 'achieved'],
            'the more careful answer is used until you decide',
          ),
        }),
        place: position(),
      },
      { label: 'Desired outcome' },
    ),
    actions: collection(
      {
        what: register(line, { label: 'What will be done' }),
        outcome: register(reference, { label: 'Desired outcome' }),
        owners: setOf(reference, { label: 'Who' }),
        dueOn: register(day, { label: 'By when', standing: 'earliest' }),
        status: progress(['proposed', 'agreed', 'in_progress', ['done', 'not_done', 'no_longer_needed']], {
          label: 'Status',
          words: actionStatuses.labelOf,
        }),
        evidence: text({ label: 'How we know' }),
        place: position(),
      },
      { label: 'Action' },
    ),
    evidence: log(
      {
        need: register(reference, { label: 'Need' }),
        direction: register(reviewDirections.schema, { label: 'Direction', words: reviewDirections.labelOf }),
        text: register(passage, { label: 'What we saw' }),
        on: register(day, { label: 'On' }),
        by: register(reference, { label: 'Seen by' }),
      },
      { label: 'Evidence' },
    ),
    scores: log(
      {
        scale: register(scales.schema, { label: 'Scale', words: scales.labelOf }),
        subject: register(reference.optional(), { label: 'About' }),
        value: register(z.number(), { label: 'Score' }),
        scoredBy: register(reference, { label: 'Given by' }),
        scorerRole: register(scorerRoles.schema, { label: 'In the role of', words: scorerRoles.labelOf }),
        on: register(day, { label: 'On' }),
        rationale: register(passage.optional(), { label: 'Why' }),
      },
      { label: 'Score' },
    ),
    reviews: collection(
      {
        dueOn: register(day, { label: 'Due on', standing: 'earliest' }),
        heldOn: register(day, { label: 'Held on' }),
        direction: register(reviewDirections.schema, {
          label: 'Direction',
          words: reviewDirections.labelOf,
          standing: mostCareful(['worse', 'no_change', 'improved'], 'the more careful answer is used until you decide'),
        }),
        decision: register(reviewDecisions.schema, {
          label: 'Decision',
          words: reviewDecisions.labelOf,
          standing: mostCareful(
            ['step_up', 'change', 'continue', 'single_agency', 'close'],
            'the more protective decision is used until you decide',
          ),
        }),
        nextReviewOn: register(day, { label: 'Next review', standing: 'earliest' }),
        minutes: text({ label: 'Minutes' }),
        attendance: setOf(attendance, {
          label: 'Who came',
          words: ({ mark }) => attendanceMarks.labelOf(mark),
        }),
      },
      { label: 'Review' },
    ),
    nextReviewOn: register(day, { label: 'Next review', standing: 'earliest' }),
  },
});

/** What the shared plan says at one moment. */
export type PlanSharedView = View<typeof planShared>;
