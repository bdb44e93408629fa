import type { RecordFacts } from '@caseweave/family';
import { builder } from '../builder.ts';

/** A person; what there is of them is declared apart, since it leads back to what names people. */
export const Person = builder.objectRef<RecordFacts>('Person');
