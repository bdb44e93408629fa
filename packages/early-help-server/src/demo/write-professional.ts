import {
  addDays,
  type AgencyKind,
  type chronologyShared,
  type NotesSection,
  type oversight,
  type planPractice,
  type safetyDomesticAbuse,
  type safetyIntelligence,
} from '@caseweave/family';
import type { AuthoredSection } from './authored-section.ts';
import { agencyName, kindOf, say, workTime, type FamilyCase } from './family-case.ts';
import { practitionerOf, type DemoPractitioner } from './practitioners.ts';

const by = ({ team, lead }: FamilyCase, kind: AgencyKind): DemoPractitioner =>
  team.find((who) => kindOf(who) === kind) ?? lead;

/** Writes the shared chronology, each event by somebody of the agency that knows of it. */
export function writeChronology(chronology: AuthoredSection<typeof chronologyShared>, family: FamilyCase): void {
  const { lead, today, people, weeks } = family;
  const everyone = people.children.map(({ record }) => record);
  chronology.write(lead, workTime(family, weeks * 7), (draft) => {
    draft.events.append({
      occurredOn: addDays(today, -weeks * 7),
      precision: 'day',
      significance: 'key',
      text: `${people.carer.given} agreed to early help and chose who should be asked`,
      sourceAgency: agencyName(lead.agency),
      about: everyone,
    });
  });
  for (const { situation, child } of family.needs) {
    for (const event of situation.events) {
      const author = by(family, event.from);
      const daysAgo = Math.max(Math.min(event.weeksAgo, weeks + 4) * 7 - family.random.int(0, 6), 1);
      chronology.write(author, workTime(family, Math.max(daysAgo - 1, 0)), (draft) => {
        draft.events.append({
          occurredOn: addDays(today, -daysAgo),
          precision: 'day',
          significance: family.random.pick(['notable', 'notable', 'key', 'background'] as const),
          text: say(family, event.text, child),
          sourceAgency: agencyName(author.agency),
          about: situation.ages === null ? everyone : [child.record],
        });
      });
    }
  }
}

/** Writes what practitioners think among themselves. */
export function writePractice(practice: AuthoredSection<typeof planPractice>, family: FamilyCase): void {
  const { lead, team, needs, random, people, today } = family;
  const thinkers = team.filter((who) =>
    ['la_early_help', 'health_visiting', 'school_nursing', 'camhs'].includes(kindOf(who)),
  );
  const [thinker = lead] = thinkers;
  practice.write(thinker, workTime(family, 18), (draft) => {
    for (const { situation, child } of needs)
      draft.analysis.insert(draft.analysis.length, `${say(family, situation.analysis, child)}\n`);
    draft.whatIf.insert(
      0,
      `If things get worse, ${lead.name} is told the same day and the team meets within a week. ${people.carer.given} knows this and agrees.`,
    );
  });
  for (const [place, { situation, child }] of random.some(needs, 2).entries()) {
    const author = thinkers[place % Math.max(thinkers.length, 1)] ?? thinker;
    practice.write(author, workTime(family, 15 - place), (draft) => {
      draft.worries.add({
        text: say(family, situation.worry, child),
        about: [child.record],
        level: random.pick(situation.levels),
        goal: say(family, situation.outcome, child),
      });
    });
  }
  practice.write(thinker, workTime(family, 9), (draft) => {
    draft.scores.append({
      scale: 'confidence_1_5',
      value: random.int(2, 4),
      scoredBy: thinker.id,
      on: addDays(today, -9),
      rationale: 'How confident we are that the plan will hold without us.',
    });
  });
}

/** Writes one agency's own notes, where there is anything of its kind to write. */
export function writeNotes(notes: AuthoredSection<NotesSection>, family: FamilyCase, author: DemoPractitioner): void {
  const mine = family.needs.flatMap(({ situation, child }) =>
    situation.notes.filter(({ from }) => from === kindOf(author)).map((note) => ({ note, child })),
  );
  for (const [place, { note, child }] of mine.entries()) {
    const daysAgo = 3 + place * 9 + family.random.int(0, 5);
    notes.write(author, workTime(family, daysAgo), (draft) => {
      draft.notes.append({
        occurredOn: addDays(family.today, -daysAgo),
        kind: note.kind,
        text: say(family, note.text, child),
        about: [child.record],
      });
    });
  }
}

/** Writes what the manager and the lead spoke about. */
export function writeOversight(section: AuthoredSection<typeof oversight>, family: FamilyCase): void {
  const { manager, lead, random, today } = family;
  const daysAgo = random.int(3, 30);
  section.write(manager, workTime(family, daysAgo), (draft) => {
    draft.entries.append({
      occurredOn: addDays(today, -daysAgo),
      text: `Supervision with ${lead.name}. ${random.pick(supervision)}`,
      decision: random.pick(['Continue as planned', 'Bring the review forward', 'Talk again in two weeks']),
      about: [],
    });
  });
}

const supervision = [
  'Children seen at home since last time. The plan is moving; actions with other agencies are slower than ours.',
  'Discussed what the children would say about all this. Agreed to ask the youngest through play.',
  'Threshold considered: remains level 3 at present, with clear signs written down of what would change that.',
  'Workload checked. Joint visit planned with health.',
] as const;

/** Writes the safety plan of somebody who left a frightening relationship. */
export function writeSafetyPlan(section: AuthoredSection<typeof safetyDomesticAbuse>, family: FamilyCase): void {
  const adviser = practitionerOf('idva-1');
  const { carer } = family.people;
  section.write(adviser, workTime(family, 25), (draft) => {
    draft.safetyPlan.insert(
      0,
      `${carer.given} keeps a bag ready with papers and a spare telephone. The code word for a call to me is agreed. The children know whom to run to.\n`,
    );
    draft.safeContact = 'Text only, between ten and two, signed as the dentist';
    draft.assessments.append({
      occurredOn: addDays(family.today, -25),
      level: 4,
      text: 'Risk is high around contact and the court date. Reviewed with the multi-agency conference; actions are with me and the police.',
      about: [carer.record],
    });
    draft.steps.add({ what: 'Marker on the address with police', by: [adviser.id] });
  });
}

/** Writes what the police were told in confidence. */
export function writeIntelligence(
  section: AuthoredSection<typeof safetyIntelligence>,
  family: FamilyCase,
  officer: DemoPractitioner,
): void {
  const child = family.needs.find(({ situation }) => situation.key === 'exploitation')?.child ?? family.people.carer;
  section.write(officer, workTime(family, 7), (draft) => {
    draft.items.append({
      occurredOn: addDays(family.today, -7),
      source: 'officer',
      text: `${child.given} seen getting into a grey car near the bus station with two adults. The car is known to us.`,
      handling: 'Not to be shared further without my agreement',
      about: [child.record],
    });
  });
}
