import type { Finding, RuleContext } from '@caseweave/model';
import { attendanceOf } from '../../meanings/attendance-of.ts';
import { daysBetween } from '../../words/days.ts';
import type { PlanSharedView } from './plan-shared.ts';

const openStates: readonly string[] = ['proposed', 'agreed', 'in_progress'];

/** What a shared plan leaves to be looked at. */
export const planFindings = (view: PlanSharedView, { today }: RuleContext): readonly Finding[] => [
  ...needsWithoutOutcome(view),
  ...actionFindings(view, today),
  ...reviewFindings(view, today),
  ...scoreFindings(view, today),
];

function* needsWithoutOutcome({ needs, outcomes }: PlanSharedView): Iterable<Finding> {
  const answered = new Set(outcomes.flatMap((outcome) => outcome.needs));
  for (const { id, status, headline } of needs) {
    if (status !== null && status !== 'open') continue;
    if (!answered.has(id))
      yield query('F1', 'needs', id, 'This need has no desired outcome yet: say what will be better.');
    if (headline === null)
      yield query('F2', 'needs.headline', id, 'This need is under no headline outcome: choose one.');
  }
}

function* actionFindings({ actions }: PlanSharedView, today: string): Iterable<Finding> {
  for (const { id, owners, dueOn, status } of actions) {
    if (status === null || !openStates.includes(status)) continue;
    if (owners.length === 0)
      yield query('F3', 'actions.owners', id, 'Nobody is down for this action: say who will do it.');
    if (dueOn === null) yield query('F4', 'actions.dueOn', id, 'This action has no date: say by when.');
    else if (dueOn < today) {
      const days = daysBetween(dueOn, today);
      yield query(
        'F5',
        'actions.dueOn',
        id,
        `This action was due ${days === 1 ? 'yesterday' : `${days} days ago`}: bring it up to date.`,
      );
    }
  }
}

function* reviewFindings({ reviews, nextReviewOn }: PlanSharedView, today: string): Iterable<Finding> {
  for (const review of reviews) {
    const { id, heldOn, direction, decision } = review;
    if (attendanceOf(review).some(({ marks }) => marks.length > 1))
      yield query(
        'F12',
        'reviews.attendance',
        id,
        'People disagree about who came: find out, and take the other mark away.',
      );
    // As a closure has a date exactly when it has a reason, a review has a result exactly when it was held.
    if (heldOn !== null && decision === null) {
      yield error('F6', 'reviews.decision', id, 'This review was held, and what it decided is missing.');
    }
    if (heldOn === null && (decision !== null || direction !== null)) {
      yield error('F6', 'reviews.heldOn', id, 'This review has a result, and the date it was held is missing.');
    }
    if (heldOn !== null && heldOn > today)
      yield query('F7', 'reviews.heldOn', id, 'This review is dated in the future: check the date.');
  }
  if (nextReviewOn === null) yield query('F8', 'nextReviewOn', undefined, 'No next review is planned: set a date.');
  else if (nextReviewOn < today)
    yield query('F9', 'nextReviewOn', undefined, 'The review is overdue: hold it, or plan a new date.');
}

function* scoreFindings({ scores }: PlanSharedView, today: string): Iterable<Finding> {
  for (const { id, on, scale, value } of scores) {
    if (on !== null && on > today)
      yield query('F7', 'scores.on', id, 'This score is dated in the future: check the date.');
    if (scale === 'safety_0_10' && value !== null && (value < 0 || value > 10)) {
      yield error('F10', 'scores.value', id, 'This scale goes from 0 to 10: check the score.');
    }
  }
}

const query = (rule: string, path: string, row: string | undefined, words: string): Finding => ({
  rule,
  severity: 'query',
  path,
  ...(row !== undefined && { row }),
  words,
});

const error = (rule: string, path: string, row: string, words: string): Finding => ({
  rule,
  severity: 'error',
  path,
  row,
  words,
});
