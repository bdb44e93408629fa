import { may, type Principal, type RecordFacts, sectionNames } from '@caseweave/family';
import type { FactsHeader, RecordId } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { type LoadedFacts, loadFacts } from '../directory/load-facts.ts';
import { type KnownPrincipal, loadPrincipals } from '../directory/people.ts';

/** What is decided about records, in words for the devices of somebody who may read something of them. */
export async function describeRecords(
  db: Db,
  authority: string,
  reader: Principal,
  records: readonly LoadedFacts[],
  at: number,
): Promise<ReadonlyMap<string, FactsHeader>> {
  const members = new Set(records.flatMap(({ facts }) => teamNow(facts, at)));
  const people = await loadPrincipals(db, authority, [...members]);
  const seen = await personsSeen(db, authority, reader, records, at);
  const { rows: hubs } = await sql<{ id: string; name: string }>`
    select id, name from hub where authority = ${authority} order by id`.execute(db);
  const hubNames = new Map(hubs.map(({ id, name }) => [id, name]));
  return new Map(
    records.map((loaded) => {
      const { record, kind } = loaded.facts;
      const facts =
        kind === 'family' ? describeFamily(loaded, people, seen, hubNames, at) : describePerson(reader, loaded, at);
      return [record, { record: record as RecordId, kind, facts: JSON.stringify(facts) }];
    }),
  );
}

const teamNow = ({ lead, team }: RecordFacts, at: number): readonly string[] => [
  ...new Set([
    ...(lead === null ? [] : [lead]),
    ...team.filter(({ from, to }) => from <= at && (to === null || at < to)).map(({ principal }) => principal),
  ]),
];

/** The people of families of whom this reader may read something: that there are others is not theirs to know. */
async function personsSeen(
  db: Db,
  authority: string,
  reader: Principal,
  records: readonly LoadedFacts[],
  at: number,
): Promise<ReadonlySet<string>> {
  const persons = new Set(records.flatMap(({ facts }) => facts.persons.map(({ person }) => person)));
  const decided = await loadFacts(db, authority, [...persons]);
  const mayRead = ({ facts }: LoadedFacts) => sectionNames.person.some((name) => may(reader, 'read', name, facts, at));
  return new Set([...decided].flatMap(([person, loaded]) => (mayRead(loaded) ? [person] : [])));
}

function describeFamily(
  { facts, status }: LoadedFacts,
  people: ReadonlyMap<string, KnownPrincipal>,
  seen: ReadonlySet<string>,
  hubs: ReadonlyMap<string, string>,
  at: number,
) {
  const { hub, lead, persons } = facts;
  return {
    status,
    hub: hub === null ? null : { id: hub, name: hubs.get(hub) ?? hub },
    lead,
    team: teamNow(facts, at).flatMap((id) => {
      const member = people.get(id);
      if (member === undefined) return [];
      const { agency, roles } = member.principal;
      const role = id === lead ? 'lead' : (roles[0] ?? 'taf_practitioner');
      return [{ id, name: member.name, agency: agency?.id ?? null, agencyName: member.agencyName, role }];
    }),
    persons: persons.flatMap(({ person, role }) => (seen.has(person) ? [{ person, role }] : [])),
  };
}

/** Of a person's families, only those whose plan this reader may see: another family's existence is not theirs to know. */
const describePerson = (reader: Principal, { facts }: LoadedFacts, at: number) => ({
  families: facts.families
    .filter((family) => may(reader, 'read', 'plan.shared', family, at))
    .map(({ record }) => record),
});
