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
import { coded, codedProgress, codedRegister, day, group, line, passage, rowIn, valued } from '@caseweave/model';
import { z } from 'zod';
import { actionStatuses } from '../../code-lists/action-statuses.ts';
import { attendanceMarks } from '../../code-lists/attendance-marks.ts';
import { attainments } from '../../code-lists/attainments.ts';
import { headlineOutcomes } from '../../code-lists/headline-outcomes.ts';
import { levelsOfNeed } from '../../code-lists/levels-of-need.ts';
import { needStatuses } from '../../code-lists/need-statuses.ts';
import { relationshipKinds } from '../../code-lists/relationship-kinds.ts';
import { responsibilities } from '../../code-lists/responsibilities.ts';
import { reviewDecisions } from '../../code-lists/review-decisions.ts';
import { reviewDirections } from '../../code-lists/review-directions.ts';
import { scales } from '../../code-lists/scales.ts';
import { scorerRoles } from '../../code-lists/scorer-roles.ts';
import { mostCareful } from '../most-careful.ts';
import { anybody, mayBeLeftOut, person, score } from '../values.ts';

/** A mark of who came to a review; whoever wrote somebody down as there may say so by name. */
const attendance = () => {
  const fields = { who: anybody(), mark: coded(attendanceMarks), markedBy: mayBeLeftOut(anybody()) };
  // Unlike the form of a decision, it lets through what it does not know.
  return valued(z.object(fields), group(fields).valueKind);
};

/** The plan that the whole team around the family works on. */
export const planShared = defineSection({
  name: 'plan.shared',
  version: 2,
  oldestWriter: 1,
  fields: {
    familyName: register(line({ longest: 80 }), { label: 'Family name' }),
    story: richText({ label: 'Family story' }),
    strengths: collection(
      { text: register(line(), { label: 'Strength' }), about: setOf(person(), { label: 'About' }), place: position() },
      { label: 'Strength' },
    ),
    relationships: collection(
      {
        from: register(person(), { label: 'Person' }),
        to: register(person(), { label: 'Other person' }),
        kind: codedRegister(relationshipKinds, { label: 'Relationship' }),
        parentalResponsibility: codedRegister(responsibilities, {
          label: 'Parental responsibility',
          standing: mostCareful(['unknown', 'no', 'yes'], 'the more careful answer is used until you decide'),
        }),
      },
      { label: 'Relationship' },
    ),
    needs: collection(
      {
        title: register(line(), { label: 'Need' }),
        headline: codedRegister(headlineOutcomes, { label: 'Headline outcome' }),
        about: setOf(person(), { label: 'About' }),
        level: codedRegister(levelsOfNeed, {
          label: 'Level of need',
          standing: mostCareful([4, 3, 2, 1], 'the higher level is used until you decide'),
        }),
        // No progress field: one who says that a need is met must not silence another who says that it is not.
        status: codedRegister(needStatuses, {
          label: 'Status of the need',
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
        text: register(line(), { label: 'Desired outcome' }),
        needs: setOf(rowIn('needs'), { label: 'Needs that it answers' }),
        targetOn: register(day(), { label: 'To be reached by', standing: 'earliest' }),
        attainment: codedRegister(attainments, {
          label: 'Progress',
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
        what: register(line(), { label: 'What will be done' }),
        outcome: register(rowIn('outcomes'), { label: 'Desired outcome' }),
        owners: setOf(anybody(), { label: 'Who' }),
        dueOn: register(day(), { label: 'By when', standing: 'earliest' }),
        status: codedProgress(
          actionStatuses,
          ['proposed', 'agreed', 'in_progress', ['done', 'not_done', 'no_longer_needed']],
          { label: 'Status' },
        ),
        evidence: text({ label: 'How we know' }),
        place: position(),
      },
      { label: 'Action' },
    ),
    evidence: log(
      {
        need: register(rowIn('needs'), { label: 'Need' }),
        direction: codedRegister(reviewDirections, { label: 'Direction' }),
        text: register(passage(), { label: 'What we saw' }),
        on: register(day(), { label: 'On' }),
        by: register(anybody(), { label: 'Seen by' }),
      },
      { label: 'Evidence' },
    ),
    scores: log(
      {
        scale: codedRegister(scales, { label: 'Scale' }),
        subject: register(mayBeLeftOut(person()), { label: 'About' }),
        value: register(score(), { label: 'Score' }),
        scoredBy: register(anybody(), { label: 'Given by' }),
        scorerRole: codedRegister(scorerRoles, { label: 'In the role of' }),
        on: register(day(), { label: 'On' }),
        rationale: register(mayBeLeftOut(passage()), { label: 'Why' }),
      },
      { label: 'Score' },
    ),
    reviews: collection(
      {
        dueOn: register(day(), { label: 'Due on', standing: 'earliest' }),
        heldOn: register(day(), { label: 'Held on' }),
        direction: codedRegister(reviewDirections, {
          label: 'Direction',
          standing: mostCareful(['worse', 'no_change', 'improved'], 'the more careful answer is used until you decide'),
        }),
        decision: codedRegister(reviewDecisions, {
          label: 'Decision',
          standing: mostCareful(
            ['step_up', 'change', 'continue', 'single_agency', 'close'],
            'the more protective decision is used until you decide',
          ),
        }),
        nextReviewOn: register(day(), { label: 'Next review', standing: 'earliest' }),
        minutes: text({ label: 'Minutes' }),
        attendance: setOf(attendance(), {
          label: 'Who came',
          words: ({ mark }) => attendanceMarks.labelOf(mark),
        }),
      },
      { label: 'Review' },
    ),
    nextReviewOn: register(day(), { label: 'Next review', standing: 'earliest' }),
  },
});

/** What the shared plan says at one moment. */
export type PlanSharedView = View<typeof planShared>;
