import type { SectionSchema } from '@caseweave/record';
import { agencyOfNotes } from '../rights/section-row.ts';
import { chronologyShared } from './chronology-shared.ts';
import { familyWords } from './family-words.ts';
import { notes } from './notes.ts';
import { oversight } from './oversight.ts';
import { personHealth } from './person-health.ts';
import { personIdentity } from './person-identity.ts';
import { personLocation } from './person-location.ts';
import { personVoice } from './person-voice.ts';
import { planPractice } from './plan-practice.ts';
import { planShared } from './plan-shared.ts';
import { safetyDomesticAbuse, safetyIntelligence } from './safety-sections.ts';

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
