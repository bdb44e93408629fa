import { createSections, decideIn, insertPersons, lockAuthority, type Node, type Trx } from '@caseweave/server';
import { sql } from 'kysely';
import { membershipOf, type PlannedFamily } from './family-plan-of.ts';
import type { ImportedRows } from './imported-rows.ts';

/** A family whose row has changed since it was last imported. */
export interface ChangedFamily {
  readonly ref: string;
  readonly was: PlannedFamily;
  /** What the file says now, merged with what is left of before. */
  readonly plan: PlannedFamily;
}

/**
 * Decides what has changed in the rows of families, and nothing else: what was decided here since the last import stays
 * where the file does not say something new.
 */
export async function changeFamilies(
  { database, authority: { id: authority } }: Node,
  imported: ImportedRows,
  families: readonly ChangedFamily[],
  at: number,
): Promise<void> {
  const records = families.map(({ ref }) => imported.recordOf('family', ref));
  await database.db.transaction().execute(async (trx) => {
    await lockAuthority(trx, authority);
    const people = families.flatMap(({ plan }) => plan.people);
    await imported.keep(trx, authority, imported.householdsOf(people.map(({ household }) => household)).rows);
    await decideIn(trx, authority, { kind: 'imported', records, at }, async () => {
      for (const family of families) await change(trx, authority, imported, family, at);
      await createSections(trx, authority, records);
    });
    await imported.keep(
      trx,
      authority,
      families.map(({ ref, plan }) => ({ kind: 'family', ref, record: imported.recordOf('family', ref), row: plan })),
    );
  });
}

async function change(
  trx: Trx,
  authority: string,
  imported: ImportedRows,
  { ref, was, plan }: ChangedFamily,
  at: number,
): Promise<void> {
  const record = imported.recordOf('family', ref);
  const mine = sql`authority = ${authority} and id = ${record}`;
  if (plan.hub !== was.hub) await sql`update record set hub = ${plan.hub} where ${mine}`.execute(trx);
  if (plan.lead !== was.lead) await sql`update record set lead = ${plan.lead} where ${mine}`.execute(trx);
  // A bar is only ever added: the merged row keeps those of before.
  for (const barred of added(was.barred, plan.barred))
    await sql`update record set barred = array_append(array_remove(barred, ${barred}), ${barred}) where ${mine}`.execute(
      trx,
    );
  for (const worker of added(was.socialCareOpenTo, plan.socialCareOpenTo))
    await sql`update record set social_care_open_to = array_append(array_remove(social_care_open_to, ${worker}), ${worker}) where ${mine}`.execute(
      trx,
    );
  for (const worker of added(plan.socialCareOpenTo, was.socialCareOpenTo))
    await sql`update record set social_care_open_to = array_remove(social_care_open_to, ${worker}) where ${mine}`.execute(
      trx,
    );
  await changeTeam(trx, authority, record, was, plan, at);
  await changePeople(trx, authority, imported, record, was, plan);
}

async function changeTeam(
  trx: Trx,
  authority: string,
  record: string,
  was: PlannedFamily,
  plan: PlannedFamily,
  at: number,
): Promise<void> {
  const before = new Map(was.team.map((member) => [member.practitioner, member]));
  for (const member of plan.team) {
    const last = before.get(member.practitioner);
    if (last?.from === member.from && last.until === member.until) continue;
    const { principal, from, to } = membershipOf(member, at);
    const open = sql`authority = ${authority} and record = ${record} and principal = ${principal} and (to_ms is null or to_ms > ${at})`;
    const { numAffectedRows = 0n } = await sql`
      update membership set to_ms = ${to}, lapses = ${to !== null} where ${open}`.execute(trx);
    // In the team already, by an earlier import or by a decision here: their time in it goes on.
    if (numAffectedRows === 0n)
      await sql`insert into membership (authority, record, principal, from_ms, to_ms, lapses)
        values (${authority}, ${record}, ${principal}, ${from}, ${to}, ${to !== null})
        on conflict (authority, record, principal, from_ms) do update set to_ms = excluded.to_ms, lapses = excluded.lapses`.execute(
        trx,
      );
  }
  const left = added(
    plan.team.map(({ practitioner }) => practitioner),
    was.team.map(({ practitioner }) => practitioner),
  );
  await sql`update membership set to_ms = ${at}, lapses = false where authority = ${authority} and record = ${record}
    and principal = any(${[...left]}) and (to_ms is null or to_ms > ${at})`.execute(trx);
}

async function changePeople(
  trx: Trx,
  authority: string,
  imported: ImportedRows,
  family: string,
  was: PlannedFamily,
  plan: PlannedFamily,
): Promise<void> {
  const before = new Map(was.people.map((row) => [row.person, row]));
  for (const { person: ref, role, household: home } of plan.people) {
    const last = before.get(ref);
    if (last?.role === role && last.household === home) continue;
    const person = imported.recordOf('person', ref);
    const household = home === null ? null : imported.recordOf('household', home);
    const { numAffectedRows = 0n } = await sql`update record_person set role = ${role}, household = ${household}
      where authority = ${authority} and family = ${family} and person = ${person}`.execute(trx);
    if (numAffectedRows === 0n) await insertPersons(trx, authority, [{ family, person, role, household }]);
  }
}

const added = (was: readonly string[], is: readonly string[]): readonly string[] =>
  is.filter((one) => !was.includes(one));
