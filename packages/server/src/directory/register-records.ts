import { randomBytes } from 'node:crypto';
import { sectionNames, type NewSection, type PersonInFamily } from '@caseweave/family';
import { sectionIdFrom } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';
import { decide } from './decide.ts';
import { insertPersons, insertRecords } from './insert-records.ts';
import type { NewRecord } from './new-record.ts';

/** Registers records with all their sections, empty. Many at once cost little more than one. */
export async function registerRecords(
  db: Db,
  authority: string,
  records: readonly NewRecord[],
  at: number,
): Promise<void> {
  await decide(db, authority, { kind: 'registered', records: records.map(({ record }) => record), at }, async (trx) => {
    await insertRecords(trx, authority, records, at);
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

/** Writes a record and what is decided about it; its sections are created apart. */
export const insertRecord = (trx: Trx, authority: string, record: NewRecord, at: number): Promise<void> =>
  insertRecords(trx, authority, [record], at);

/** Puts people into a family. */
export const addPersons = (
  trx: Trx,
  authority: string,
  family: string,
  persons: readonly PersonInFamily[],
): Promise<void> =>
  insertPersons(
    trx,
    authority,
    persons.map((person) => ({ family, ...person })),
  );

/**
 * Creates the sections that records lack: those of their kind, and the notes of each agency in a family's team.
 *
 * @param proposed - ids that a device has made for some of them, so that it could write in them before
 */
export async function createSections(
  db: Db,
  authority: string,
  records: readonly string[],
  proposed: readonly NewSection[] = [],
): Promise<void> {
  const made = new Map(proposed.map(({ record, name, section }) => [`${record}/${name}`, section]));
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
      .map((name) => ({ id: made.get(`${record}/${name}`) ?? sectionIdFrom(randomBytes(16)), record, name }));
  });
  await sql`insert into section (authority, id, record, name)
    select ${authority}, * from unnest(${lacking.map(({ id }) => id)}::text[], ${lacking.map(({ record }) => record)}::text[],
      ${lacking.map(({ name }) => name)}::text[])`.execute(db);
}
