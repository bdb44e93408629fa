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

/** The sections of families and persons, in their order, by the names that code calls them by. */
export const sections = {
  planShared: planSharedSection,
  planPractice: planPracticeSection,
  familyWords: familyWordsSection,
  chronologyShared: chronologySharedSection,
  safetyDomesticAbuse: safetyDomesticAbuseSection,
  safetyIntelligence: safetyIntelligenceSection,
  oversight: oversightSection,
  notes: notesSections,
  personIdentity: personIdentitySection,
  personLocation: personLocationSection,
  personHealth: personHealthSection,
  personVoice: personVoiceSection,
} as const satisfies Readonly<Record<string, AnySectionPart>>;
