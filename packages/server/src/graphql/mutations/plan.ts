import { addEvidence, planShared, type Evidence } from '@caseweave/family';
import type { Draft } from '@caseweave/record';
import { ownMutation } from './own-mutation.ts';
import { rowMutations } from './row-mutations.ts';

const plan = { schema: planShared, target: 'family' } as const;

ownMutation({
  ...plan,
  one: 'Plan',
  changes: 'Changes what the plan says of itself, such as when it is reviewed next.',
});
rowMutations({ ...plan, rows: 'strengths', one: 'Strength', adds: 'Adds a strength to the plan.', required: ['text'] });
rowMutations({ ...plan, rows: 'needs', one: 'Need', adds: 'Adds a need to the plan.', required: ['title'] });
rowMutations({
  ...plan,
  rows: 'outcomes',
  one: 'DesiredOutcome',
  adds: 'Adds what is to be different for the family.',
  required: ['text'],
});
rowMutations({
  ...plan,
  rows: 'actions',
  one: 'PlanAction',
  adds: 'Adds something that somebody does by some day.',
  required: ['what'],
});
rowMutations({ ...plan, rows: 'reviews', one: 'Review', adds: 'Adds a review of the plan, held or to be held.' });
rowMutations({
  ...plan,
  rows: 'relationships',
  one: 'Relationship',
  adds: 'Says how two people of the family are related.',
  required: ['from', 'to', 'kind'],
});
rowMutations({ ...plan, rows: 'scores', one: 'Score', adds: 'Adds a score that one person gave on one day.' });
rowMutations({
  ...plan,
  rows: 'evidence',
  one: 'Evidence',
  adds: 'Adds what somebody saw about a need. That it is worse also says again that the need is open.',
  // The values are those of this very log; the edit checks each.
  append: (draft, entry) => addEvidence(draft as Draft<typeof planShared>, entry as Evidence),
});
