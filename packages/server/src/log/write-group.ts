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

/**
 * Writes a whole group inside the transaction that holds the authority's row: one statement for what is common, since
 * each one more is a way to the database and back while everybody else waits for the row.
 */
export async function writeGroup(trx: Trx, authority: string, group: Group): Promise<void> {
  const { judged, rows } = group;
  await writeUntaken(trx, authority, judged);
  const { devices, batches, outcomes } = columnsOf(judged);
  await sql`with ${rows.length === 0 ? sql`` : sql`${written(authority, group)},`}
    outcomes as (
      insert into outcome (authority, device, batch, hash, result)
      select ${authority}, * from unnest(${devices}::text[], ${batches}::bigint[], ${outcomes.hashes}::bytea[], ${outcomes.results}::jsonb[])),
    audited as (
      insert into audit (authority, at, kind, principal, device, batch, code)
      select ${authority}, * from unnest(${outcomes.times}::bigint[], ${outcomes.kinds}::text[], ${outcomes.principals}::text[],
        ${devices}::text[], ${batches}::bigint[], ${outcomes.codes}::text[]))
    select pg_notify(${channelOf(authority)}, '')`.execute(trx);
}

/** The rows of the log, where their sections and records now end, and who has written in them. */
function written(authority: string, { rows, moved }: Group) {
  const column = <Value>(of: (row: LogRow) => Value) => rows.map(of);
  const sections = moved.map(({ section }) => section);
  const heads = moved.map(({ head }) => head);
  const pairs = rows.flatMap(({ section, clients }) => clients.map((client) => ({ section, client })));
  return sql`
    logged as (
      insert into log (authority, seq, section, epoch, device, principal, at, batch, base, clients, bytes)
      select ${authority}, seq, section, epoch, device, principal, at, batch, base, clients::bigint[], bytes
      from unnest(${column(({ seq }) => seq)}::bigint[], ${column(({ section }) => section)}::text[], ${column(({ epoch }) => epoch)}::int[],
        ${column(({ device }) => device)}::text[], ${column(({ principal }) => principal)}::text[], ${column(({ at }) => at)}::bigint[],
        ${column(({ batch }) => batch)}::bigint[], ${column(({ base }) => base)}::bigint[],
        ${column(({ clients }) => `{${clients.join(',')}}`)}::text[], ${column(({ update }) => Buffer.from(update))}::bytea[])
        as r(seq, section, epoch, device, principal, at, batch, base, clients, bytes)),
    ends as (
      update section set head = m.head, rows = section.rows + m.rows, state_vector = m.vector
      from unnest(${sections}::text[], ${heads}::bigint[], ${moved.map(({ rows: count }) => count)}::int[],
        ${moved.map(({ stateVector }) => Buffer.from(stateVector))}::bytea[]) as m(section, head, rows, vector)
      where authority = ${authority} and id = m.section),
    found as (
      update record_key set head = m.head
      from (select s.record, max(w.head) as head
        from unnest(${sections}::text[], ${heads}::bigint[]) as w(section, head)
        join section s on s.authority = ${authority} and s.id = w.section group by s.record) as m
      where record_key.authority = ${authority} and record_key.record = m.record and not record_key.gone),
    writers as (
      insert into writer (authority, section, client_id)
      select distinct ${authority}, * from unnest(${pairs.map(({ section }) => section)}::text[], ${pairs.map(({ client }) => client)}::bigint[]) as w(section, client)
      on conflict do nothing)`;
}

/** What became of each batch; what was done and by whom is audited without a word of what was written. */
const columnsOf = (judged: readonly Judged[]) => ({
  devices: judged.map(({ batch }) => batch.device),
  batches: judged.map(({ batch }) => batch.batch),
  outcomes: {
    hashes: judged.map(({ batch }) => batch.hash),
    results: judged.map(({ verdict }) => JSON.stringify(verdict.result)),
    times: judged.map(({ batch }) => batch.at),
    kinds: judged.map(({ verdict }) => verdict.result.type),
    principals: judged.map(({ batch }) => batch.principal),
    codes: judged.map(({ verdict }) => ('code' in verdict.result ? verdict.result.code : null)),
  },
});

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
