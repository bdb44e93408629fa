import type { PersonInFamily } from '@caseweave/family';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { NewMembership, NewRecord } from './new-record.ts';

/** Writes records and what is decided about them, each table in one statement; their sections are created apart. */
export async function insertRecords(
  db: Db,
  authority: string,
  records: readonly NewRecord[],
  at: number,
): Promise<void> {
  const rows = records.map(({ record, kind, hub = null, lead = null, ...more }) => ({
    record,
    kind,
    hub,
    lead,
    hidden: more.protectedLocation ?? false,
    barred: more.barred ?? [],
    social: more.socialCareOpenTo ?? [],
    voice: more.voiceAudience ?? [],
  }));
  await sql`insert into record (authority, id, kind, hub, lead, protected_location, barred, social_care_open_to, voice_audience)
    select ${authority}, * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(record text, kind text, hub text, lead text, hidden boolean, barred text[], social text[], voice text[])`.execute(
    db,
  );
  const members = records.flatMap((record) =>
    membersOf(record, at).map((member) => ({ record: record.record, ...member })),
  );
  await sql`insert into membership (authority, record, principal, from_ms, to_ms, lapses)
    select ${authority}, m.*, m."to" is not null from jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
      as m(record text, principal text, "from" bigint, "to" bigint)`.execute(db);
  const grants = records.flatMap(({ record, grants: given = [] }) =>
    given.map(({ principal, section, act }) => ({ record, principal, section, act })),
  );
  await sql`insert into grant_ (authority, record, principal, section, act, from_ms)
    select ${authority}, g.*, ${at} from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb)
      as g(record text, principal text, section text, act text)`.execute(db);
  await insertPersons(
    db,
    authority,
    records.flatMap(({ record, persons = [] }) => persons.map((person) => ({ family: record, ...person }))),
  );
}

/** Puts people into families. */
export async function insertPersons(
  db: Db,
  authority: string,
  persons: readonly (PersonInFamily & { readonly family: string })[],
): Promise<void> {
  await sql`insert into record_person (authority, family, person, role, household)
    select ${authority}, * from jsonb_to_recordset(${JSON.stringify(persons)}::jsonb)
      as p(family text, person text, role text, household text)`.execute(db);
}

/** Everybody in a team once; the lead is in it, whether named or not. */
function membersOf({ team = [], lead = null }: NewRecord, at: number): readonly NewMembership[] {
  const named = team.map((member) => (typeof member === 'string' ? { principal: member, from: at, to: null } : member));
  const all = lead === null ? named : [...named, { principal: lead, from: at, to: null }];
  return [
    ...new Map(all.toReversed().map(({ principal, from, to }) => [principal, { principal, from, to }])).values(),
  ].toReversed();
}
