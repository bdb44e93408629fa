import type { CaseloadRecord } from '@caseweave/caseload';
import { readFacts } from './family-facts.ts';

/** A person as lists show them. */
export interface PersonSummary {
  readonly person: string;
  readonly role: string;
  readonly name: string;
  readonly dateOfBirth: string | null;
}

/** A family as the caseload shows it, from what is stored about it and without opening it. */
export interface FamilySummary {
  readonly record: string;
  readonly name: string;
  readonly people: readonly PersonSummary[];
  readonly hub: string | null;
  readonly lead: string | null;
  readonly level: number | null;
  readonly openNeeds: number | null;
  readonly nextReviewOn: string | null;
  readonly nextDueOn: string | null;
  /** How many questions of its plan wait for the team. */
  readonly questions: number;
  readonly onDevice: number;
  readonly attention: number;
  /** How many decisions about it the server has not confirmed. */
  readonly unconfirmed: number;
}

/** The families among the records of a device, by name. */
export function readFamilies(records: readonly CaseloadRecord[]): readonly FamilySummary[] {
  const byId = new Map<string, CaseloadRecord>(records.map((record) => [record.record, record]));
  return records
    .filter(({ kind }) => kind === 'family')
    .map((record) => readFamily(record, byId))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

function readFamily(family: CaseloadRecord, byId: ReadonlyMap<string, CaseloadRecord>): FamilySummary {
  const { hub, lead, team, persons } = readFacts(family.facts);
  const plan = projection(family, 'plan.shared');
  const people = persons.map(({ person, role }) => readPerson(byId.get(person), person, role));
  const sections = [family, ...persons.flatMap(({ person }) => byId.get(person) ?? [])].flatMap(
    (record) => record.sections,
  );
  return {
    record: family.record,
    name: `${text(plan['familyName']) ?? 'Unnamed'} family`.replace(/ family family$/i, ' family'),
    people: people.toSorted(byAge),
    hub,
    lead: team.find(({ id }) => id === lead)?.name ?? null,
    level: number(plan['level']),
    openNeeds: number(plan['openNeeds']),
    nextReviewOn: text(plan['nextReviewOn']),
    nextDueOn: text(plan['nextDueOn']),
    questions: number(plan['questions']) ?? 0,
    onDevice: sections.reduce((sum, { onDevice }) => sum + onDevice, 0),
    attention: sections.reduce((sum, { attention }) => sum + attention, 0),
    unconfirmed: family.pending.length,
  };
}

function readPerson(record: CaseloadRecord | undefined, person: string, role: string): PersonSummary {
  const identity = record === undefined ? {} : projection(record, 'person.identity');
  return { person, role, name: text(identity['name']) ?? 'A person', dateOfBirth: text(identity['dateOfBirth']) };
}

// Children first, the youngest last among them, then the adults.
function byAge(a: PersonSummary, b: PersonSummary): number {
  return (
    Number(a.role !== 'child') - Number(b.role !== 'child') ||
    (a.dateOfBirth ?? '9').localeCompare(b.dateOfBirth ?? '9')
  );
}

function projection(record: CaseloadRecord, name: string): Readonly<Record<string, unknown>> {
  const found = record.sections.find((section) => section.name === name)?.projection;
  return typeof found === 'object' && found !== null && !Array.isArray(found)
    ? Object.fromEntries(Object.entries(found))
    : {};
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
