import type { Principal } from '@caseweave/family';
import { keysOf } from '@caseweave/model';
import { type RawBuilder, sql } from 'kysely';
import type { CaseloadSource, ShelvedFilter, ShelvedNames, Standing } from '../graphql/sources/caseload-source.ts';
import type { Node } from '../node/node.ts';
import { projectionsOf } from '../sections/projections-of.ts';

// Sorts after every day, as cursors have it.
const NEVER = '9999-99-99';

/** So many documents are opened at once to make projections anew. */
const AT_ONCE = 200;

/** Caseloads from shelves and stored projections: what a principal may read of them is judged by whoever asks. */
export function caseloadSource({ database: { db }, authority: { id }, model }: Node): CaseloadSource {
  /** Projections that the log has left behind are made anew first, since they decide what is kept and in which order. */
  const freshen = async (sections: RawBuilder<{ id: string }>): Promise<void> => {
    const { rows } = await sections.execute(db);
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      await projectionsOf(
        db,
        id,
        model,
        rows.slice(at, at + AT_ONCE).map((row) => row.id),
      );
    }
  };

  const onShelves = (principal: Principal) => sql`
    select distinct s.record from record_key s
    where s.authority = ${id} and s.key = any(${[...keysOf(model.now, principal)]}) and not s.gone`;

  const stalePlans = (principal: Principal) => sql<{ id: string }>`
    select p.id from section p join (${onShelves(principal)}) o on o.record = p.record
    where p.authority = ${id} and p.name = 'plan.shared' and p.projection_seq < p.head`;

  const stalePeople = (principal: Principal) => sql<{ id: string }>`
    select p.id from (${onShelves(principal)}) o
      join record_link m on m.authority = ${id} and m.record = o.record
      join section p on p.authority = ${id} and p.record = m.linked and p.name = 'person.identity'
    where p.projection_seq < p.head`;

  const families = (principal: Principal, { hub, lead, dueBefore, levels }: ShelvedFilter) => sql`
    select f.* from (
      select r.id as record, coalesce(j.plan ->> 'nextReviewOn', ${NEVER}) collate "C" as due, j.plan
      from (${onShelves(principal)}) o
        join record r on r.authority = ${id} and r.id = o.record and r.kind = 'family'
        join section p on p.authority = ${id} and p.record = r.id and p.name = 'plan.shared'
        cross join lateral (select coalesce(p.projection, '{}')::jsonb as plan) j
      where (${hub}::text is null or r.facts ->> 'hub' = ${hub}) and (${lead}::text is null or r.facts ->> 'lead' = ${lead})
    ) f
    where (${dueBefore}::text is null or (f.due < ${dueBefore} collate "C"))
      and (${levels === null ? null : [...levels]}::int[] is null or (f.plan ->> 'level')::int = any(${levels === null ? [] : [...levels]}::int[]))`;

  return {
    async shelved(principal, filter, { after, limit }) {
      await freshen(stalePlans(principal));
      const { rows } = await sql<{ record: string; due: string }>`
        select record, due from (${families(principal, filter)}) c
        where ${after === null} or (due, record collate "C") > (${after?.nextReviewOn ?? NEVER} collate "C", ${after?.record ?? ''} collate "C")
        order by due, record collate "C" limit ${limit}`.execute(db);
      return rows.map(standing);
    },
    async shelvedNames(principal, filter) {
      await freshen(stalePlans(principal));
      await freshen(stalePeople(principal));
      const { rows } = await sql<{ record: string; due: string; name: string | null; people: ShelvedNames['people'] }>`
        select c.record, c.due, c.plan ->> 'familyName' as name,
          coalesce(jsonb_agg(jsonb_build_object('person', m.linked, 'name', p.projection::jsonb ->> 'name'))
            filter (where m.linked is not null), '[]') as people
        from (${families(principal, filter)}) c
          left join record_link m on m.authority = ${id} and m.record = c.record
          left join section p on p.authority = ${id} and p.record = m.linked and p.name = 'person.identity'
        group by c.record, c.due, c.plan`.execute(db);
      return rows.map(({ name, people, ...row }) => ({ ...standing(row), name, people }));
    },
  };
}

const standing = ({ record, due }: { readonly record: string; readonly due: string }): Standing => ({
  record,
  nextReviewOn: due === NEVER ? null : due,
});
