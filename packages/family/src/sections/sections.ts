import type { AnySectionPart } from '@caseweave/model';
import { chronologySharedSection } from './chronology-shared.ts';
import { familyWordsSection } from './family-words.ts';
import { notesSections } from './notes.ts';
import { oversightSection } from './oversight.ts';
import { personHealthSection } from './person-health.ts';
import { personIdentitySection } from './person-identity.ts';
import { personLocationSection } from './person-location.ts';
import { personVoiceSection } from './person-voice.ts';
import { planPracticeSection } from './plan-practice.ts';
import { planSharedSection } from './plan-shared/plan-shared-section.ts';
import { safetyDomesticAbuseSection } from './safety-domestic-abuse.ts';
import { safetyIntelligenceSection } from './safety-intelligence.ts';

/** The sections of families and persons, in their order. */
export const sections: readonly AnySectionPart[] = [
  planSharedSection,
  planPracticeSection,
  familyWordsSection,
  chronologySharedSection,
  safetyDomesticAbuseSection,
  safetyIntelligenceSection,
  oversightSection,
  notesSections,
  personIdentitySection,
  personLocationSection,
  personHealthSection,
  personVoiceSection,
];
