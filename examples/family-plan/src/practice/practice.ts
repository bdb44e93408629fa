import type { planPractice } from '@caseweave/family';
import type { ShownSection } from '../open-record/use-section.ts';

/** Practice thinking, open. */
export type Practice = ShownSection<typeof planPractice>;
