import type {
  ListAsked,
  ListOrder,
  ListPlace,
  ListTest,
  ListWords,
  RecordLists,
  SearchedMembers,
} from '@caseweave/graphql';
import { type AnyWho, keysOf } from '@caseweave/model';
import { type RawBuilder, sql } from 'kysely';
import type { Node } from '../node/node.ts';
import { projectionsOf } from '../sections/projections-of.ts';

/** So many documents are opened at once to make projections anew. */
const AT_ONCE = 200;

/** Lists of records from keys, facts and stored projections: what somebody may read of them is judged by whoever asks. */
export function recordLists({ database: { db }, authority: { id }, model }: Node): RecordLists {
  const withKey = (who: AnyWho) => sql`
    select distinct k.record from record_key k
    where k.authority = ${id} and k.key = any(${[...keysOf(model.now, who)]}) and not k.gone`;

  /** The records around which words are looked for: those that share a key, and those that they link to. */
  const around = (who: AnyWho) => sql`
    select record, record as of from (${withKey(who)}) o
    union select m.record, m.linked from record_link m join (${withKey(who)}) o on o.record = m.record
    where m.authority = ${id}`;

  /** Projections that the log has left behind are made anew first, since they decide what is kept and in which order. */
  const freshen = async (records: RawBuilder<unknown>, names: readonly string[]): Promise<void> => {
    const { rows } = await sql<{ id: string }>`
      select distinct p.id from section p join (${records}) o on o.record = p.record
      where p.authority = ${id} and p.name = any(${[...names]}) and p.projection_seq < p.head`.execute(db);
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      await projectionsOf(
        db,
        id,
        model,
        rows.slice(at, at + AT_ONCE).map((row) => row.id),
      );
    }
  };

  /** The records that are looked for, each with what it is ordered by: an object, which sorts last, where that is nothing. */
  const found = (who: AnyWho, { kind, section, order, tests, facts }: ListAsked) => sql`
    select r.id collate "C" as record, coalesce(nullif(j.shown -> ${order ?? ''}::text, 'null'), '{}') as "order"
    from (${withKey(who)}) o
      join record r on r.authority = ${id} and r.id = o.record and r.kind = ${kind}
      ${
        section === null
          ? sql`cross join lateral (select '{}'::jsonb as shown) j`
          : sql`join section p on p.authority = ${id} and p.record = r.id and p.name = ${section}
              cross join lateral (select coalesce(p.projection, '{}')::jsonb as shown) j`
      }
    where true
      ${all(Object.entries(facts).map(([member, values]) => sql`r.facts ->> ${member}::text = any(${[...values]})`))}
      ${all(tests.map(testOf))}`;

  return {
    async listed(who, asked, { after, limit }) {
      if (asked.section !== null) await freshen(withKey(who), [asked.section]);
      const { rows } = await sql<Row>`
        select c.record, c."order" from (${found(who, asked)}) c
        where ${after === null} or (c."order", c.record) > (${jsonOf(after?.order ?? {})}, ${after?.record ?? ''} collate "C")
        order by c."order", c.record limit ${limit}`.execute(db);
      return rows.map(placeOf);
    },
    async listedWords(who, asked, searched) {
      const names = Object.keys(searched);
      await freshen(withKey(who), asked.section === null ? [] : [asked.section]);
      await freshen(sql`select a.of as record from (${around(who)}) a`, names);
      const { rows } = await sql<Row & { near: readonly Near[] }>`
        select c.record, c."order",
          coalesce(jsonb_agg(jsonb_build_object('record', p.record, 'section', p.name, 'shown', p.projection::jsonb))
            filter (where p.id is not null), '[]') as near
        from (${found(who, asked)}) c
          join (${around(who)}) a on a.record = c.record
          left join section p on p.authority = ${id} and p.record = a.of and p.name = any(${names})
        group by c.record, c."order"`.execute(db);
      return rows.map(({ near, ...row }): ListWords => ({
        ...placeOf(row),
        words: near.map((one) => wordsOf(one, searched)),
      }));
    },
  };
}

interface Row {
  readonly record: string;
  readonly order: ListOrder | object;
}

const placeOf = ({ record, order }: Row): ListPlace => ({ record, order: typeof order === 'object' ? null : order });

/** A section near a record, and what lists show of it; null where nothing has been made of it yet. */
interface Near {
  readonly record: string;
  readonly section: string;
  readonly shown: Readonly<Record<string, unknown>> | null;
}

const wordsOf = ({ record, section, shown }: Near, searched: SearchedMembers): ListWords['words'][number] => ({
  record,
  section,
  words: (searched[section] ?? []).map((member) => shown?.[member]).filter((word) => typeof word === 'string'),
});

const jsonOf = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`;

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`` : sql`and ${sql.join([...conditions], sql` and `)}`;

/** What is asked of a member of what lists show. What is of another sort than what is asked for is not kept. */
function testOf(test: ListTest): RawBuilder<unknown> {
  const value = sql`j.shown -> ${test.member}::text`;
  if (test.type === 'any-of') return sql`(${value}) = any(${test.values.map((one) => JSON.stringify(one))}::jsonb[])`;
  const wanted = jsonOf(test.value);
  const isOfSort = sql`jsonb_typeof(${value}) = jsonb_typeof(${wanted})`;
  switch (test.type) {
    case 'from':
      return sql`${isOfSort} and (${value}) >= ${wanted}`;
    case 'to':
      return sql`${isOfSort} and (${value}) <= ${wanted}`;
    case 'before':
      return sql`${isOfSort} and (${value}) < ${wanted}`;
  }
}
