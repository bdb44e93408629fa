import { randomBytes } from 'node:crypto';
import { recordIdFrom } from '@caseweave/protocol';
import type { FamilyFacts, PersonFacts } from '@caseweave/family';
import type { NewFacts, Node } from '@caseweave/server';
import type { DirectoryFile } from './directory-file.ts';
import { membershipOf, type PlannedFamily } from './family-plan-of.ts';
import type { ImportedRow, ImportedRows } from './imported-rows.ts';
import { writeNames, type FirstName, type Writer } from './write-names.ts';

/** A family of the file that has to be registered. */
export interface NewFamily {
  readonly ref: string;
  readonly name: string | undefined;
  readonly plan: PlannedFamily;
}

/** A person of the file that has to be registered. */
export type NewPerson = DirectoryFile['persons'][number];

/** What is registered together. */
export interface Registering {
  readonly families: readonly NewFamily[];
  readonly persons: readonly NewPerson[];
  /** Null, where nothing has a name. */
  readonly writer: Writer | null;
}

/** Registers families and people, in one transaction with their first names and with what was imported of them. */
export async function registerNew(
  { decisions, authority: { id: authority } }: Node,
  imported: ImportedRows,
  { families, persons, writer }: Registering,
  at: number,
): Promise<void> {
  const rows: ImportedRow[] = persons.map(({ ref, protectedLocation }) => ({
    kind: 'person',
    ref,
    record: recordIdFrom(randomBytes(16)),
    row: { protectedLocation },
  }));
  const made = new Map(rows.map(({ ref, record }) => [ref, record ?? '']));
  const personOf = (ref: string) => made.get(ref) ?? imported.recordOf('person', ref);
  const names: FirstName[] = persons.flatMap(({ ref, name, dateOfBirth, expectedBirthDate }) =>
    name === undefined && dateOfBirth === undefined && expectedBirthDate === undefined
      ? []
      : [{ type: 'person', record: personOf(ref), name, dateOfBirth, expectedBirthDate }],
  );
  const records: NewFacts[] = persons.map(({ ref, protectedLocation }) => {
    const facts: PersonFacts = { grants: [], barred: [], protectedLocation, voiceAudience: [] };
    return { record: personOf(ref), kind: 'person', facts };
  });
  const households = imported.householdsOf(
    families.flatMap(({ plan }) => plan.people.map(({ household }) => household)),
  );
  rows.push(...households.rows);
  for (const { ref, name, plan } of families) {
    const record = recordIdFrom(randomBytes(16));
    const { hub, lead, team, people, socialCareOpenTo, barred } = plan;
    rows.push({ kind: 'family', ref, record, row: plan });
    if (name !== undefined) names.push({ type: 'family', record, name });
    const facts: FamilyFacts = {
      status: 'open',
      hub,
      lead,
      team: team.map((member) => membershipOf(member, at)),
      persons: people.map(({ person, role, household }) => ({
        person: personOf(person),
        role,
        household: household === null ? null : (households.of.get(household) ?? null),
      })),
      socialCareOpenTo,
      barred,
      grants: [],
    };
    records.push({ record, kind: 'family', facts });
  }
  if (records.length === 0) return;
  await decisions.together(async (trx) => {
    await decisions.adoptIn(trx, records, at);
    if (writer !== null) await writeNames(trx, authority, names, writer, at);
    await imported.keep(trx, authority, rows);
  });
}
