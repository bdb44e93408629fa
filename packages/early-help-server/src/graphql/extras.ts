import type { Extras } from '@caseweave/graphql';
import { attendance } from './attendance.ts';
import { caseload } from './caseload.ts';
import { decided } from './decided.ts';
import { directory } from './directory.ts';
import { evidence } from './evidence.ts';
import { family } from './family.ts';
import { reviews } from './reviews.ts';

/** What the API of early help has beside what follows from its model. */
export const extras: Extras = (tools) => {
  directory(tools);
  family(tools);
  caseload(tools);
  decided(tools);
  evidence(tools);
  reviews(tools);
  attendance(tools);
};
