import { familyWords, personHealth, personIdentity, personLocation, personVoice } from '@caseweave/family';
import { ownMutation } from './own-mutation.ts';
import { rowMutations } from './row-mutations.ts';

ownMutation({
  schema: personIdentity,
  target: 'person',
  one: 'Identity',
  changes: 'Changes who a person is said to be.',
});

const location = { schema: personLocation, target: 'person' } as const;
ownMutation({
  ...location,
  one: 'Location',
  changes: 'Changes how a person is reached, their GP practice or their school.',
});
rowMutations({ ...location, rows: 'residences', one: 'Residence', adds: 'Says where a person lives, and with whom.' });
rowMutations({
  ...location,
  rows: 'addresses',
  one: 'Address',
  adds: 'Adds an address of a person.',
  required: ['lines'],
});

const health = { schema: personHealth, target: 'person' } as const;
ownMutation({ ...health, one: 'Health', changes: "Changes a person's allergies." });
rowMutations({
  ...health,
  rows: 'conditions',
  one: 'Condition',
  adds: 'Adds a condition of a person.',
  required: ['name'],
});
rowMutations({ ...health, rows: 'contacts', one: 'HealthContact', adds: 'Adds a contact with a health service.' });

rowMutations({
  schema: personVoice,
  target: 'person',
  rows: 'words',
  one: 'VoiceEntry',
  adds: 'Adds what a child or young person said, in their own words.',
});
rowMutations({
  schema: familyWords,
  target: 'family',
  rows: 'proposals',
  one: 'Proposal',
  adds: 'Adds what somebody of the family would like, for the team to take in.',
});
