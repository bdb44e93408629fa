import { earlyHelp } from '@caseweave/family';
import type { Trx } from '@caseweave/server';
import { sql } from 'kysely';
import { assertUnderstood } from './assert-understood.ts';
import { replacedTable } from './exchange-tables.ts';
import { type Facts8, stateOf8 } from './facts-of-8.ts';

const AT_ONCE = 1_000;

interface Row8 extends Omit<Facts8, 'families'> {
  readonly status: string;
}

/**
 * What is decided about each record becomes facts that it is adopted with, and nothing before that entry counts. Of which
 * keys a record has, and when its rights change by themselves, the start makes sure: these facts count as older than any
 * version, so that it folds them.
 *
 * @param at - when they are adopted: the moment of the last decision
 */
export async function carryRecords(
  trx: Trx,
  authority: string,
  at: number,
  tell: (done: number, of: number) => void,
): Promise<void> {
  const count = await sql<{ records: number }>`
    select count(*)::int as records from ${replacedTable('record')} where authority = ${authority}`.execute(trx);
  const records = count.rows[0]?.records ?? 0;
  let [last, done] = ['', 0];
  for (;;) {
    const rows = await recordsAfter(trx, authority, last);
    if (rows.length === 0) break;
    const states = rows.map(({ status, ...row }) => stateOf8({ ...row, families: [] }, status));
    for (const { record, kind, facts } of states)
      assertUnderstood(schemaOf(kind), facts, `the ${kind} with the record ${record}`);
    const adopted = JSON.stringify(
      states.map(({ record, kind, facts }, index) => ({ record, kind, facts, place: index + 1 })),
    );
    const seq = await sql<{ before: number }>`
      update authority set seq = seq + ${rows.length} where id = ${authority} returning seq - ${rows.length} as before`.execute(
      trx,
    );
    await sql`insert into record (authority, id, kind, facts, facts_version)
      select ${authority}, record, kind, facts, 0 from jsonb_to_recordset(${adopted}::jsonb) as n(record text, kind text, facts jsonb)`.execute(
      trx,
    );
    await sql`insert into decision (authority, seq, type, record, name, version, form, at)
      select ${authority}, ${seq.rows[0]?.before ?? 0} + place, 'adopted', record, 'adopt', 1, facts, ${at}
      from jsonb_to_recordset(${adopted}::jsonb) as n(record text, facts jsonb, place int)`.execute(trx);
    last = rows.at(-1)?.record ?? last;
    done += rows.length;
    tell(done, records);
  }
}

const schemaOf = (kind: string) => {
  const schema = earlyHelp.kinds.get(kind)?.facts.schema;
  if (schema === undefined) throw new TypeError(`The model of early help has no kind ${kind}.`);
  return schema;
};

/** Some records in the order of their ids, with what the tables of version 8 say of each. */
async function recordsAfter(trx: Trx, authority: string, last: string): Promise<readonly Row8[]> {
  const { rows } = await sql<Row8>`
    select r.id as record, r.kind, r.status, r.hub, r.lead, r.protected_location as "protectedLocation", r.barred,
      r.social_care_open_to as "socialCareOpenTo", r.voice_audience as "voiceAudience",
      coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('principal', m.principal, 'from', m.from_ms, 'lapses', m.lapses,
            'visibleTo', to_jsonb(m.visible_to))) || jsonb_build_object('to', m.to_ms) order by m.from_ms, m.principal)
        from ${replacedTable('membership')} m where m.authority = r.authority and m.record = r.id), '[]') as team,
      coalesce((select jsonb_agg(jsonb_build_object('principal', g.principal, 'section', g.section, 'act', g.act, 'from', g.from_ms,
            'to', g.to_ms) order by g.from_ms, g.principal, g.section, g.act)
        from ${replacedTable('grant_')} g where g.authority = r.authority and g.record = r.id), '[]') as grants,
      coalesce((select jsonb_agg(jsonb_build_object('person', p.person, 'role', p.role, 'household', p.household) order by p.role, p.person)
        from ${replacedTable('record_person')} p where p.authority = r.authority and p.family = r.id), '[]') as persons
    from ${replacedTable('record')} r where r.authority = ${authority} and r.id collate "C" > ${last}
    order by r.id collate "C" limit ${AT_ONCE}`.execute(trx);
  return rows;
}
