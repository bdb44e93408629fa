import type { FamilyFacts } from '@caseweave/family';
import { loadStates, type Node, type Trx } from '@caseweave/server';
import { sql } from 'kysely';

/** The families in whose records somebody of these has ever had a place. */
export async function familiesOf(trx: Trx, authority: string, people: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ record: string }>`
    select distinct k.record from record_key k join record r on r.authority = k.authority and r.id = k.record
    where k.authority = ${authority} and r.kind = 'family' and not k.gone and k.key = any(${people.map((id) => `p:${id}`)})
    order by k.record`.execute(trx);
  return rows.map(({ record }) => record);
}

/** Gives families the facts that an import makes of theirs; those of whom it makes the same are left alone. */
export async function changeFacts(
  { authority, decisions }: Node,
  trx: Trx,
  families: readonly string[],
  at: number,
  change: (facts: FamilyFacts, record: string) => FamilyFacts,
): Promise<void> {
  const states = await loadStates(trx, authority.id, families);
  const changed = [...states.values()].flatMap(({ record, kind, facts }) => {
    // Facts of families are written by their decisions, in this form.
    const before = facts as FamilyFacts;
    const after = change(before, record);
    return JSON.stringify(after) === JSON.stringify(before) ? [] : [{ record, kind, facts: after }];
  });
  await decisions.adoptIn(trx, changed, at);
}
