import {
  chronologyShared,
  notes,
  oversight,
  personHealth,
  personIdentity,
  personLocation,
  personVoice,
  planPractice,
  planShared,
  safetyDomesticAbuse,
  safetyIntelligence,
  type FamilyFacts,
} from '@caseweave/family';
import { recordIdFrom } from '@caseweave/protocol';
import { entityIds, type SectionSchema } from '@caseweave/record';
import { AuthoredSection } from './authored-section.ts';
import type { DemoRecord, DemoSection } from './demo-record.ts';
import { kindOf, workTime, type FamilyCase } from './family-case.ts';
import type { DemoPerson } from './family-people.ts';
import { hubs } from './places.ts';
import { addressesOf, writeHealth, writeIdentity, writeLocation, writeVoice, type Addresses } from './write-person.ts';
import {
  writeChronology,
  writeIntelligence,
  writeNotes,
  writeOversight,
  writePractice,
  writeSafetyPlan,
} from './write-professional.ts';
import { writeStruckNeed, writeTwoDates } from './write-episodes.ts';
import { writePlan } from './write-plan.ts';

/** What happens in a family's plan beside the usual. */
export interface Episodes {
  readonly twoDates: boolean;
  readonly struckNeed: boolean;
}

/** The records of a family: its own first, then those of its people. */
export function* recordsOf(family: FamilyCase, numbers: { next(): number }, episodes: Episodes): Iterable<DemoRecord> {
  const { people, random, hub } = family;
  const persons = [...people.adults, ...people.children];
  yield familyRecord(family, episodes);
  const hubName = hubs.find(({ id }) => id === hub)?.name ?? hub;
  const addresses = addressesOf(random, hubName, persons);
  for (const person of persons) yield personRecord(family, person, addresses, numbers.next());
}

const permanent = { from: 0, to: null };

function familyRecord(family: FamilyCase, episodes: Episodes): DemoRecord {
  const { people, alsoHere, random, hub, lead, team, weeks, needs } = family;
  const guest = alsoHere === null ? [] : [{ ...alsoHere, household: people.carer.household }];
  const sections: DemoSection[] = [];
  const grants: FamilyFacts['grants'][number][] = [];
  const section = writer(family, sections);

  section(planShared, (plan) => {
    writePlan(plan, family);
    if (episodes.twoDates) writeTwoDates(plan, family);
    if (episodes.struckNeed) writeStruckNeed(plan, family);
  });
  section(planPractice, (practice) => writePractice(practice, family));
  section(chronologyShared, (chronology) => writeChronology(chronology, family));
  for (const [place, author] of team.entries()) {
    // Where two of one agency are in the team, the first writes its notes.
    const isFirst = team.findIndex(({ agency }) => agency === author.agency) === place;
    if (isFirst) section(notes(author.agency), (mine) => writeNotes(mine, family, author));
  }
  if (random.chance(0.6)) section(oversight, (overseen) => writeOversight(overseen, family));
  if (family.isProtected) {
    grants.push({ principal: 'idva-1', section: 'safety.domestic-abuse', act: 'write', ...permanent });
    grants.push({ principal: lead.id, section: 'safety.domestic-abuse', act: 'read', ...permanent });
    section(safetyDomesticAbuse, (safe) => writeSafetyPlan(safe, family));
  }
  const officer = team.find((who) => kindOf(who) === 'police');
  if (officer !== undefined && needs.some(({ situation }) => situation.key === 'exploitation')) {
    grants.push({ principal: officer.id, section: 'safety.intelligence', act: 'write', ...permanent });
    section(safetyIntelligence, (told) => writeIntelligence(told, family, officer));
  }
  return {
    record: recordIdFrom(random.bytes(16)),
    kind: 'family',
    hub,
    lead: lead.id,
    team: team.map(({ id }, place) => ({
      principal: id,
      from: workTime(family, Math.max(weeks * 7 - place * 4, 1)),
      to: null,
    })),
    grants,
    // Some came from social care not long ago, and both keep the case open meanwhile.
    socialCareOpenTo: random.chance(0.08) ? [random.pick(['social-worker-1', 'social-worker-2'])] : [],
    persons: [...people.adults, ...people.children, ...guest].map(({ record, role, household }) => ({
      person: record,
      role,
      household,
    })),
    protectedLocation: false,
    voiceAudience: [],
    sections,
  };
}

function personRecord(family: FamilyCase, person: DemoPerson, addresses: Addresses, number: number): DemoRecord {
  const { team, lead, random, people } = family;
  const sections: DemoSection[] = [];
  const section = writer(family, sections);
  const isProtected = family.isProtected && person.household === people.carer.household;
  const isChild = person.role === 'child';
  const nurse = team.find((who) => ['health_visiting', 'school_nursing', 'camhs'].includes(kindOf(who)));
  const listener = team.find((who) => kindOf(who) === 'school' && who.agency === person.placeOfLearning) ?? lead;
  const hears = ['la_early_help', 'school', 'early_years', 'health_visiting', 'school_nursing', 'camhs'].includes(
    kindOf(listener),
  );
  const speaks = isChild && person.age >= 4 && hears && random.chance(0.6);

  section(personIdentity, (identity) => writeIdentity(identity, family, person, number));
  section(personLocation, (location) => writeLocation(location, family, person, addresses, isProtected));
  if (isChild && person.age >= 0 && nurse !== undefined)
    section(personHealth, (health) => writeHealth(health, family, nurse));
  if (speaks) section(personVoice, (voice) => writeVoice(voice, family, person, listener));
  return {
    record: person.record,
    kind: 'person',
    hub: null,
    lead: null,
    team: [],
    grants: isProtected
      ? [
          { principal: lead.id, section: 'person.location', act: 'write', ...permanent },
          { principal: 'idva-1', section: 'person.location', act: 'read', ...permanent },
        ]
      : [],
    socialCareOpenTo: [],
    persons: [],
    protectedLocation: isProtected,
    voiceAudience: speaks ? [...new Set([lead.id, listener.id])] : [],
    sections,
  };
}

/** Opens a section, has it written, and keeps it if anything was. */
function writer({ random }: FamilyCase, sections: DemoSection[]) {
  const newId = entityIds(random.bytes);
  return <Schema extends SectionSchema>(schema: Schema, write: (section: AuthoredSection<Schema>) => unknown): void => {
    const authored = new AuthoredSection(schema, newId);
    write(authored);
    const finished = authored.finish();
    if (finished.authored.length > 0) sections.push(finished);
  };
}
