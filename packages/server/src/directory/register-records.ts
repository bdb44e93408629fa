import { randomBytes } from 'node:crypto';
import { sectionNames, type Act } from '@caseweave/family';
import { sectionIdFrom } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';
import { decide } from './decide.ts';

/** A record to be registered. Its id is made by whoever registers it: 22 characters of 16 random bytes. */
export interface NewRecord {
  readonly record: string;
  readonly kind: 'family' | 'person';
  readonly hub?: string | null;
  readonly lead?: string | null;
  /** Of a family: who is in its team from now on, the lead among them. */
  readonly team?: readonly string[];
  /** Of a family: its people; their records are registered together with it or before it. */
  readonly persons?: readonly {
    readonly person: string;
    readonly role: 'child' | 'adult';
    readonly household: string | null;
  }[];
  readonly grants?: readonly { readonly principal: string; readonly section: string; readonly act: Act }[];
  readonly barred?: readonly string[];
  readonly socialCareOpenTo?: readonly string[];
  readonly protectedLocation?: boolean;
  readonly voiceAudience?: readonly string[];
}

/** Registers records with all their sections, empty. Many at once cost little more than one. */
export async function registerRecords(
  db: Db,
  authority: string,
  records: readonly NewRecord[],
  at: number,
): Promise<void> {
  await decide(db, authority, { kind: 'registered', records: records.map(({ record }) => record), at }, async (trx) => {
    for (const record of records) await insertRecord(trx, authority, record, at);
    await createSections(
      trx,
      authority,
      records.map(({ record }) => record),
    );
  });
}

/** Registers one record with all its sections, empty. */
export const registerRecord = (db: Db, authority: string, record: NewRecord, at: number): Promise<void> =>
  registerRecords(db, authority, [record], at);

async function insertRecord(trx: Trx, authority: string, record: NewRecord, at: number): Promise<void> {
  const { record: id, kind, hub = null, lead = null, team = [], persons = [], grants = [] } = record;
  const { barred = [], socialCareOpenTo = [], protectedLocation = false, voiceAudience = [] } = record;
  await sql`insert into record (authority, id, kind, hub, lead, protected_location, barred, social_care_open_to, voice_audience)
    values (${authority}, ${id}, ${kind}, ${hub}, ${lead}, ${protectedLocation}, ${[...barred]}, ${[...socialCareOpenTo]}, ${[...voiceAudience]})`.execute(
    trx,
  );
  const members = [...new Set([...team, ...(lead === null ? [] : [lead])])];
  await sql`insert into membership (authority, record, principal, from_ms)
    select ${authority}, ${id}, principal, ${at} from unnest(${members}::text[]) as m(principal)`.execute(trx);
  await sql`insert into grant_ (authority, record, principal, section, act, from_ms)
    select ${authority}, ${id}, g.*, ${at} from unnest(${grants.map((grant) => grant.principal)}::text[],
      ${grants.map((grant) => grant.section)}::text[], ${grants.map((grant) => grant.act)}::text[]) as g`.execute(trx);
  await sql`insert into record_person (authority, family, person, role, household)
    select ${authority}, ${id}, p.* from unnest(${persons.map(({ person }) => person)}::text[],
      ${persons.map(({ role }) => role)}::text[], ${persons.map(({ household }) => household)}::text[]) as p`.execute(
    trx,
  );
}

/** Creates the sections that records lack: those of their kind, and the notes of each agency in a family's team. */
export async function createSections(db: Db, authority: string, records: readonly string[]): Promise<void> {
  const { rows } = await sql<{ record: string; kind: 'family' | 'person'; agencies: string[]; present: string[] }>`
    select r.id as record, r.kind,
      array(select distinct p.agency from membership m join principal p on p.authority = m.authority and p.id = m.principal
        where m.authority = r.authority and m.record = r.id and p.agency is not null) as agencies,
      array(select name from section s where s.authority = r.authority and s.record = r.id) as present
    from record r where r.authority = ${authority} and r.id = any(${[...records]})`.execute(db);
  const lacking = rows.flatMap(({ record, kind, agencies, present }) => {
    const names = [...sectionNames[kind], ...(kind === 'family' ? agencies.map((agency) => `notes.${agency}`) : [])];
    return names
      .filter((name) => !present.includes(name))
      .map((name) => ({ id: sectionIdFrom(randomBytes(16)), record, name }));
  });
  await sql`insert into section (authority, id, record, name)
    select ${authority}, * from unnest(${lacking.map(({ id }) => id)}::text[], ${lacking.map(({ record }) => record)}::text[],
      ${lacking.map(({ name }) => name)}::text[])`.execute(db);
}
