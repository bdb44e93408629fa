import type { SectionSchema } from '@caseweave/record';
import { chronologyShared } from '../sections/chronology-shared.ts';
import { familyWords } from '../sections/family-words.ts';
import { notes } from '../sections/notes.ts';
import { oversight } from '../sections/oversight.ts';
import { personHealth } from '../sections/person-health.ts';
import { personIdentity } from '../sections/person-identity.ts';
import { personLocation } from '../sections/person-location.ts';
import { personVoice } from '../sections/person-voice.ts';
import { planPractice } from '../sections/plan-practice.ts';
import { planShared } from '../sections/plan-shared/plan-shared.ts';
import { safetyDomesticAbuse } from '../sections/safety-domestic-abuse.ts';
import { safetyIntelligence } from '../sections/safety-intelligence.ts';
import { agencyOfNotes } from './rights/section-row.ts';

const familySections: readonly SectionSchema[] = [
  planShared,
  planPractice,
  familyWords,
  chronologyShared,
  safetyDomesticAbuse,
  safetyIntelligence,
  oversight,
];
const personSections: readonly SectionSchema[] = [personIdentity, personLocation, personHealth, personVoice];
const byName = new Map([...familySections, ...personSections].map((section) => [section.name, section]));

/** The declaration of a section by its name, also of `notes.<agency>`; undefined where there is no such section. */
export function sectionFor(name: string): SectionSchema | undefined {
  const agency = agencyOfNotes(name);
  return agency === undefined ? byName.get(name) : notes(agency);
}

/** The names of the sections that every record of a kind has from its registration. */
export const sectionNames: Readonly<Record<'family' | 'person', readonly string[]>> = {
  family: familySections.map(({ name }) => name),
  person: personSections.map(({ name }) => name),
};
