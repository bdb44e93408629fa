import { may, seesHub, seesPerson, seesPractitioner, sectionNames, teamAt, type RecordFacts } from '@caseweave/family';
import type { Before, Touched } from '../sources/following.ts';
import type { SectionFacts } from '../sources/section-facts.ts';
import type { Viewer } from '../viewer.ts';

/** The sections of what was written that the viewer may read. */
export async function readWritten(viewer: Viewer, { written }: Touched): Promise<readonly SectionFacts[]> {
  const readable = await Promise.all(
    written.map(async (section) => {
      const sections = await viewer.sections(section.record);
      return sections.some(({ id }) => id === section.id);
    }),
  );
  return written.filter((_, index) => readable[index]);
}

/** Tells whether what was decided changes anything that the viewer may know: if not, they are not told of it. */
export async function seesDecision(viewer: Viewer, { family, decided }: Touched): Promise<boolean> {
  for (const { record, facts: before, at } of decided) {
    const now = await viewer.load.facts.load(record);
    const names = await sectionsOf(viewer, record);
    const then = before === null ? '' : await seenOf(viewer, before, names, at);
    const seen = now === undefined ? '' : await seenOf(viewer, now, names, viewer.at);
    if (then !== seen) return true;
  }
  const around = await viewer.load.facts.load(family);
  return around !== undefined && (await hubMoved(viewer, around, decided));
}

async function sectionsOf(viewer: Viewer, record: string): Promise<readonly string[]> {
  return (await viewer.load.sections.load(record)).map(({ name }) => name);
}

/** What the viewer may know of a record at a moment, as one text to compare. */
async function seenOf(viewer: Viewer, facts: RecordFacts, names: readonly string[], at: number): Promise<string> {
  const { principal } = viewer;
  const sections = names.filter((name) => may(principal, 'read', name, facts, at)).toSorted();
  if (sections.length === 0 || facts.kind === 'person') return JSON.stringify(sections);
  const members = await Promise.all(
    teamAt(facts, at).map(async ({ principal: id }) => {
      const agency = await viewer.agencyOf(id);
      return seesPractitioner(principal, { id, agency }, facts, at) ? id : undefined;
    }),
  );
  const people = await peopleOf(viewer, facts);
  const persons = people.filter((person) => seesPerson(principal, person, at)).map(({ record }) => record);
  const hub = seesHub(principal, facts, people, at) ? facts.hub : null;
  return JSON.stringify([sections, facts.lead, members.filter((id) => id !== undefined).toSorted(), persons, hub]);
}

async function peopleOf(viewer: Viewer, { persons }: RecordFacts): Promise<readonly RecordFacts[]> {
  const found = await Promise.all(persons.map(({ person }) => viewer.load.facts.load(person)));
  return found.filter((person) => person !== undefined);
}

/** Whether somebody's address became protected, or no longer is, and the hub of the family with it. */
async function hubMoved(viewer: Viewer, family: RecordFacts, decided: readonly Before[]): Promise<boolean> {
  const now = await peopleOf(viewer, family);
  const then = now.map((person) => decided.find(({ record }) => record === person.record)?.facts ?? person);
  const { principal, at } = viewer;
  const mayRead = sectionNames.family.some((name) => may(principal, 'read', name, family, at));
  return mayRead && seesHub(principal, family, now, at) !== seesHub(principal, family, then, at);
}
