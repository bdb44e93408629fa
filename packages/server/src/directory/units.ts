import type { Unit } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { logChange } from './log-change.ts';

/** A unit of the directory, as it is registered. */
export interface UnitRow extends Unit {
  /** What else the domain keeps of it. */
  readonly more?: { readonly [name: string]: Json };
}

/** The units of an authority, by kind and id. */
export type Units = ReadonlyMap<string, ReadonlyMap<string, Unit>>;

/** Registers units of a kind, or changes them. */
export async function putUnits(db: Db, authority: string, kind: string, units: readonly UnitRow[]): Promise<void> {
  if (units.length === 0) return;
  const rows = JSON.stringify(units.map(({ id, name, more = {} }) => ({ id, name, more })));
  await db.transaction().execute(async (trx) => {
    const { rows: changed } = await sql`
      insert into unit as u (authority, kind, id, name, more)
      select ${authority}, ${kind}, * from jsonb_to_recordset(${rows}::jsonb) as n(id text, name text, more jsonb)
      on conflict (authority, kind, id) do update set name = excluded.name, more = excluded.more
        where (u.name, u.more) is distinct from (excluded.name, excluded.more)
      returning u.id`.execute(trx);
    if (changed.length > 0) await logChange(trx, authority, 'units', [kind]);
  });
}

/** Loads all units of an authority. */
export async function loadUnits(db: Db, authority: string): Promise<Units> {
  const { rows } = await sql<Unit & { kind: string }>`
    select kind, id, name from unit where authority = ${authority}`.execute(db);
  return new Map(
    Array.from(
      Map.groupBy(rows, ({ kind }) => kind),
      ([kind, units]) => [kind, new Map(units.map(({ id, name }) => [id, { id, name }]))],
    ),
  );
}
