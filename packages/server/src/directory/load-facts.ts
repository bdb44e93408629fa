import type { Act, RecordFacts } from '@caseweave/family';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** What is decided about a record, with its status. */
export interface LoadedFacts {
  readonly facts: RecordFacts;
  readonly status: string;
  /** The position of the last decision about this record. */
  readonly rightsSeq: number;
}

interface RecordRow {
  readonly id: string;
  readonly kind: 'family' | 'person';
  readonly status: string;
  readonly hub: string | null;
  readonly lead: string | null;
  readonly protectedLocation: boolean;
  readonly barred: string[];
  readonly socialCareOpenTo: string[];
  readonly voiceAudience: string[];
  readonly rightsSeq: number;
}

/** Loads what is decided about records, in five statements however many they are. Records that do not exist are absent. */
export async function loadFacts(
  db: Db,
  authority: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LoadedFacts>> {
  if (ids.length === 0) return new Map();
  const around = await sql<{ family: string; person: string }>`
    select family, person from record_person where authority = ${authority} and person = any(${[...ids]})`.execute(db);
  const all = [...new Set([...ids, ...around.rows.map(({ family }) => family)])];
  const records = await sql<RecordRow>`
    select id, kind, status, hub, lead, protected_location as "protectedLocation", barred,
      social_care_open_to as "socialCareOpenTo", voice_audience as "voiceAudience", rights_seq as "rightsSeq"
    from record where authority = ${authority} and id = any(${all})`.execute(db);
  const team = await sql<{
    record: string;
    principal: string;
    from: number;
    to: number | null;
    visibleTo: string[] | null;
  }>`
    select record, principal, from_ms as "from", to_ms as "to", visible_to as "visibleTo" from membership
    where authority = ${authority} and record = any(${all}) order by from_ms, principal`.execute(db);
  const grants = await sql<{
    record: string;
    principal: string;
    section: string;
    act: Act;
    from: number;
    to: number | null;
  }>`
    select record, principal, section, act, from_ms as "from", to_ms as "to" from grant_
    where authority = ${authority} and record = any(${all}) order by from_ms, principal, section, act`.execute(db);
  const persons = await sql<{ family: string; person: string; role: 'child' | 'adult'; household: string | null }>`
    select family, person, role, household from record_person
    where authority = ${authority} and family = any(${all}) order by role, person`.execute(db);

  const teamOf = Map.groupBy(team.rows, ({ record }) => record);
  const grantsOf = Map.groupBy(grants.rows, ({ record }) => record);
  const personsOf = Map.groupBy(persons.rows, ({ family }) => family);
  const familiesOf = Map.groupBy(around.rows, ({ person }) => person);
  const alone = new Map(
    records.rows.map(({ id, status, rightsSeq, ...row }): [string, LoadedFacts] => [
      id,
      {
        status,
        rightsSeq,
        facts: {
          record: id,
          ...row,
          team: (teamOf.get(id) ?? []).map(({ principal, from, to, visibleTo }) => ({
            principal,
            from,
            to,
            ...(visibleTo === null ? {} : { visibleTo }),
          })),
          grants: (grantsOf.get(id) ?? []).map(({ principal, section, act, from, to }) => ({
            principal,
            section,
            act,
            from,
            to,
          })),
          persons: (personsOf.get(id) ?? []).map(({ person, role, household }) => ({ person, role, household })),
          families: [],
        },
      },
    ]),
  );
  const whole = new Map<string, LoadedFacts>();
  for (const id of ids) {
    const loaded = alone.get(id);
    if (loaded === undefined) continue;
    const families = (familiesOf.get(id) ?? []).flatMap(({ family }) => alone.get(family)?.facts ?? []);
    whole.set(id, { ...loaded, facts: { ...loaded.facts, families } });
  }
  return whole;
}
