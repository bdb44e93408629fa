import type { Trx } from '@caseweave/server';
import { sql } from 'kysely';
import { replacedTable } from './exchange-tables.ts';
import { type Facts8, stateOf8 } from './facts-of-8.ts';

const AT_ONCE = 1_000;

interface Decision8 {
  readonly seq: number;
  readonly before: Facts8 | null;
}

/**
 * The log of decisions stays, position for position: what was commanded keeps its form, and whose command, device and
 * batch it was, so that it is answered again as it was. It folds into nothing: facts begin with what records are adopted with.
 */
export async function carryDecisions(trx: Trx, authority: string): Promise<void> {
  await sql`insert into decision (authority, seq, type, record, name, version, form, of, principal, device, batch, base, reason, id, at)
    select authority, seq, ${typeOf}, record,
      command->>'type', case when command is null then null else 1 end, command - 'type' - 'record' - 'sections', ${begunBy},
      principal, device, batch, base, reason, id, at
    from ${replacedTable('decision')} d where authority = ${authority}`.execute(trx);
  let last = -1;
  for (;;) {
    const { rows } = await sql<Decision8>`
      select seq, before from ${replacedTable('decision')} where authority = ${authority} and seq > ${last}
      order by seq limit ${AT_ONCE}`.execute(trx);
    if (rows.length === 0) return;
    last = rows.at(-1)?.seq ?? last;
    const before = rows.flatMap((row) => (row.before === null ? [] : [{ seq: row.seq, before: stateOf8(row.before) }]));
    await sql`update decision d set before = n.before
      from jsonb_to_recordset(${JSON.stringify(before)}::jsonb) as n(seq bigint, before jsonb)
      where d.authority = ${authority} and d.seq = n.seq`.execute(trx);
  }
}

/** The position of the registration that began a record beside the one that it was about; they are logged one after the other. */
const begunBy = sql`(
  select c.seq from ${replacedTable('decision')} c
  where d.command is null and d.before is null and c.authority = d.authority and c.command is not null
    and c.kind = d.kind and c.seq < d.seq and c.seq >= d.seq - 400
    and (c.command @> jsonb_build_object('person', d.record, 'isNew', true)
      or c.command @> jsonb_build_object('persons', jsonb_build_array(jsonb_build_object('person', d.record, 'isNew', true))))
  order by c.seq desc limit 1)`;

const typeOf = sql`case when d.command is not null then 'decided' when d.kind = 'lapsed' then 'lapsed'
  when d.kind = 'principal' then 'who' when ${begunBy} is not null then 'begun' else 'around' end`;
