import { notes, oversight, planPractice, safetyDomesticAbuse, safetyIntelligence } from '@caseweave/family';
import { ownMutation } from './own-mutation.ts';
import { rowMutations } from './row-mutations.ts';

const practice = { schema: planPractice, target: 'family' } as const;
ownMutation({ ...practice, one: 'Assessment', changes: 'Changes what the assessment found, and when it was made.' });
rowMutations({
  ...practice,
  rows: 'worries',
  one: 'Worry',
  adds: 'Adds what practitioners worry about.',
  required: ['text'],
});
rowMutations({ ...practice, rows: 'scores', one: 'ProfessionalScore', adds: 'Adds a score for practitioners alone.' });

rowMutations({
  schema: notes('own'),
  section: ({ agency }) => (agency === null ? undefined : `notes.${agency.id}`),
  target: 'family',
  rows: 'notes',
  one: 'Note',
  adds: 'Adds a note to those of your own agency.',
});

const supervision = { schema: oversight, target: 'family' } as const;
ownMutation({ ...supervision, one: 'Oversight', changes: 'Changes what is to be known before a visit.' });
rowMutations({
  ...supervision,
  rows: 'entries',
  one: 'OversightEntry',
  adds: 'Adds what was discussed in supervision.',
});

const abuse = { schema: safetyDomesticAbuse, target: 'family' } as const;
ownMutation({ ...abuse, one: 'SafetyPlan', changes: 'Changes how contact can be made safely.' });
rowMutations({ ...abuse, rows: 'assessments', one: 'SafetyAssessment', adds: 'Adds an assessment of domestic abuse.' });
rowMutations({
  ...abuse,
  rows: 'steps',
  one: 'SafetyStep',
  adds: 'Adds a step of the safety plan.',
  required: ['what'],
});

rowMutations({
  schema: safetyIntelligence,
  target: 'family',
  rows: 'items',
  one: 'IntelligenceItem',
  adds: 'Adds what police or others told in confidence.',
});
