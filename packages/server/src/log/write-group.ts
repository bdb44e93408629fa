import { sql } from 'kysely';
import type { Trx } from '../database/database.ts';
import { channelOf } from '../directory/channel.ts';
import type { Batch, LogRow, Verdict } from './batch.ts';

/** A batch with what was made of it. */
export interface Judged {
  readonly batch: Batch;
  readonly verdict: Verdict;
}

/** A section as it is after a group. */
export interface SectionMoved {
  readonly section: string;
  readonly head: number;
  readonly rows: number;
  readonly stateVector: Uint8Array;
}

/** Everything that a group of batches writes. */
export interface Group {
  readonly judged: readonly Judged[];
  readonly rows: readonly LogRow[];
  readonly moved: readonly SectionMoved[];
}

/** Writes a whole group inside the transaction that holds the authority's row; each table in one statement. */
export async function writeGroup(trx: Trx, authority: string, { judged, rows, moved }: Group): Promise<void> {
  await Promise.all([
    ...(rows.length === 0
      ? []
      : [writeLog(trx, authority, rows), moveHeads(trx, authority, moved), writeWriters(trx, authority, rows)]),
    writeOutcomes(trx, authority, judged),
    writeUntaken(trx, authority, judged),
  ]);
  await sql`select pg_notify(${channelOf(authority)}, '')`.execute(trx);
}

async function writeLog(trx: Trx, authority: string, rows: readonly LogRow[]): Promise<void> {
  const column = <Value>(of: (row: LogRow) => Value) => rows.map(of);
  await sql`insert into log (authority, seq, section, epoch, device, principal, at, batch, base, clients, bytes)
    select ${authority}, seq, section, epoch, device, principal, at, batch, base, clients::bigint[], bytes
    from unnest(${column(({ seq }) => seq)}::bigint[], ${column(({ section }) => section)}::text[], ${column(({ epoch }) => epoch)}::int[],
      ${column(({ device }) => device)}::text[], ${column(({ principal }) => principal)}::text[], ${column(({ at }) => at)}::bigint[],
      ${column(({ batch }) => batch)}::bigint[], ${column(({ base }) => base)}::bigint[],
      ${column(({ clients }) => `{${clients.join(',')}}`)}::text[], ${column(({ update }) => Buffer.from(update))}::bytea[])
      as r(seq, section, epoch, device, principal, at, batch, base, clients, bytes)`.execute(trx);
}

async function moveHeads(trx: Trx, authority: string, moved: readonly SectionMoved[]): Promise<void> {
  const sections = moved.map(({ section }) => section);
  const heads = moved.map(({ head }) => head);
  await sql`update section set head = m.head, rows = section.rows + m.rows, state_vector = m.vector
    from unnest(${sections}::text[], ${heads}::bigint[], ${moved.map(({ rows }) => rows)}::int[],
      ${moved.map(({ stateVector }) => Buffer.from(stateVector))}::bytea[]) as m(section, head, rows, vector)
    where authority = ${authority} and id = m.section`.execute(trx);
  await sql`update shelf set head = m.head
    from (select s.record, max(w.head) as head
      from unnest(${sections}::text[], ${heads}::bigint[]) as w(section, head)
      join section s on s.authority = ${authority} and s.id = w.section group by s.record) as m
    where shelf.authority = ${authority} and shelf.record = m.record and not shelf.gone`.execute(trx);
}

async function writeWriters(trx: Trx, authority: string, rows: readonly LogRow[]): Promise<void> {
  const pairs = rows.flatMap(({ section, clients }) => clients.map((client) => ({ section, client })));
  await sql`insert into writer (authority, section, client_id)
    select distinct ${authority}, * from unnest(${pairs.map(({ section }) => section)}::text[], ${pairs.map(({ client }) => client)}::bigint[]) as w(section, client)
    on conflict do nothing`.execute(trx);
}

async function writeOutcomes(trx: Trx, authority: string, judged: readonly Judged[]): Promise<void> {
  const devices = judged.map(({ batch }) => batch.device);
  const batches = judged.map(({ batch }) => batch.batch);
  const results = judged.map(({ verdict }) => JSON.stringify(verdict.result));
  await sql`insert into outcome (authority, device, batch, hash, result)
    select ${authority}, * from unnest(${devices}::text[], ${batches}::bigint[], ${judged.map(({ batch }) => batch.hash)}::bytea[],
      ${results}::jsonb[])`.execute(trx);
  // What was done and by whom, without a word of what was written.
  await sql`insert into audit (authority, at, kind, principal, device, batch, code)
    select ${authority}, * from unnest(${judged.map(({ batch }) => batch.at)}::bigint[], ${judged.map(({ verdict }) => verdict.result.type)}::text[],
      ${judged.map(({ batch }) => batch.principal)}::text[], ${devices}::text[], ${batches}::bigint[],
      ${judged.map(({ verdict }) => ('code' in verdict.result ? verdict.result.code : null))}::text[])`.execute(trx);
}

async function writeUntaken(trx: Trx, authority: string, judged: readonly Judged[]): Promise<void> {
  const closes = judged.flatMap(({ verdict }) => verdict.closes);
  if (closes.length > 0) {
    await sql`insert into closed (authority, section, client_id)
      select distinct ${authority}, * from unnest(${closes.map(({ section }) => section)}::text[], ${closes.map(({ client }) => client)}::bigint[]) as c(section, client)
      on conflict do nothing`.execute(trx);
  }
  for (const { batch, verdict } of judged) {
    for (const { part, section, epoch, base, code, update } of verdict.held) {
      await sql`insert into held (authority, device, batch, part, section, epoch, principal, at, base, code, bytes)
        values (${authority}, ${batch.device}, ${batch.batch}, ${part}, ${section}, ${epoch}, ${batch.principal}, ${batch.at}, ${base},
          ${code}, ${Buffer.from(update)})`.execute(trx);
    }
  }
}
