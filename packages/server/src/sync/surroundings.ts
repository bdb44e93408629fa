import type { RecordFacts, Surroundings } from '@caseweave/family';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { loadFacts } from '../directory/load-facts.ts';
import { loadPrincipals } from '../directory/people.ts';

/** Loads what describing records needs beside them, in a fixed number of statements. */
export async function loadSurroundings(
  db: Db,
  authority: string,
  records: readonly RecordFacts[],
  more: readonly string[] = [],
): Promise<Surroundings> {
  const members = records.flatMap(({ lead, team }) => [
    ...(lead === null ? [] : [lead]),
    ...team.map(({ principal }) => principal),
  ]);
  const persons = new Set(records.flatMap((facts) => facts.persons.map(({ person }) => person)));
  const people = await loadPrincipals(db, authority, [...new Set([...members, ...more])]);
  const decided = await loadFacts(db, authority, [...persons]);
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from hub where authority = ${authority}`.execute(db);
  const hubs = new Map(rows.map(({ id, name }) => [id, name]));
  return {
    practitioner: (id) => people.get(id),
    person: (id) => decided.get(id)?.facts,
    hubName: (id) => hubs.get(id),
  };
}
