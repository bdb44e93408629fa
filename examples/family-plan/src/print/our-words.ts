import type { ActionStatus, Attainment, NeedStatus, ReviewDecision, ReviewDirection } from '@caseweave/family';

// A plan on paper is the family's: it says things as one would say them at the kitchen table, and no service's terms.

/** How far an action has got. */
export const actionWords: Readonly<Record<ActionStatus, string>> = {
  proposed: 'Suggested',
  agreed: 'Agreed',
  in_progress: 'Started',
  done: 'Done',
  not_done: 'Not done',
  no_longer_needed: 'No longer needed',
};

/** What became of a need; an open one needs no words. */
export const needWords: Readonly<Record<NeedStatus, string | null>> = {
  open: null,
  met: 'This has been sorted out.',
  not_met: 'This has not been sorted out.',
  no_longer_relevant: 'This does not matter any more.',
};

/** How far an outcome has been reached. */
export const attainmentWords: Readonly<Record<Attainment, string>> = {
  not_started: 'Not started yet',
  no_change: 'No change yet',
  some_progress: 'Getting there',
  achieved: 'We did it',
  worse: 'Harder than before',
};

/** Which way things have gone. */
export const directionWords: Readonly<Record<ReviewDirection, string>> = {
  improved: 'Things are better.',
  no_change: 'Things are about the same.',
  worse: 'Things are harder.',
};

/** What a review decided. */
export const decisionWords: Readonly<Record<ReviewDecision, string>> = {
  continue: 'We carry on with the plan.',
  change: 'We change the plan.',
  step_up: 'We ask for more help.',
  close: 'We finish the plan.',
  single_agency: 'We carry on with one service.',
};
