import { chronologyShared } from '@caseweave/family';
import { rowMutations } from './row-mutations.ts';

rowMutations({
  schema: chronologyShared,
  target: 'family',
  rows: 'events',
  one: 'ChronologyEvent',
  adds: 'Adds something that happened to the chronology of a family, as from your agency.',
});
