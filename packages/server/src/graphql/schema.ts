import './types/scalars.ts';
import './following/subscription.ts';
import './types/query.ts';
import './types/at-least.ts';
import './types/agency-notes.ts';
import './types/caseload.ts';
import './types/chronology.ts';
import './types/family-words.ts';
import './types/oversight.ts';
import './types/person-health.ts';
import './types/person-location.ts';
import './types/person-voice.ts';
import './types/plan-practice.ts';
import './types/review-attendance.ts';
import './types/safety.ts';
import './mutations/mutation.ts';
import { builder } from './builder.ts';

/** The GraphQL schema of the server. */
export const schema = builder.toSchema();
