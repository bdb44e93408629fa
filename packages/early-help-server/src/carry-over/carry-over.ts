import type { CarryOver, Trx } from '@caseweave/server';
import { sql } from 'kysely';
import { carryDecisions } from './carry-decisions.ts';
import { carryPeople } from './carry-people.ts';
import { carryRecords } from './carry-records.ts';
import { chain } from './chain/chain.ts';
import { exchangeTables, replacedTable } from './exchange-tables.ts';
import { createOwnTablesIn } from '../store/own-tables.ts';

/**
 * Carries a store of versions 1 to 8, which were of a server for early help alone, over to the tables of a server for any
 * model: families, people, rights, decisions, devices, and everything that was written. Devices compare what they hold
 * when they connect next. The tables that are replaced stay in a schema of their own.
 *
 * @param tell - told of records done, out of how many
 */
export const carryOver =
  (tell: (done: number, of: number) => void = () => undefined): CarryOver =>
  async ({ trx, from, createTables }) => {
    for (const statements of chain.slice(from)) await sql.raw(statements).execute(trx);
    await exchangeTables(trx, createTables);
    await createOwnTablesIn(trx);
    await sql`insert into authority (id, generation, seq, rights, policy, floor, cursor_key, token_key)
      select id, generation, seq, rights, policy, floor, cursor_key, token_key from ${replacedTable('authority')}`.execute(
      trx,
    );
    await sql`insert into demo (authority, families)
      select id, demo_families from ${replacedTable('authority')} where demo_families is not null`.execute(trx);
    await carryPeople(trx);
    const { rows } = await sql<{ id: string }>`select id from authority order by id`.execute(trx);
    for (const { id } of rows) {
      await carryDecisions(trx, id);
      await carryRecords(trx, id, await lastDecision(trx, id), tell);
      // No device goes on from where it was: each compares all that it holds.
      await sql`update authority set seq = seq + 1, rights = rights + 1, floor = seq + 1 where id = ${id}`.execute(trx);
    }
  };

async function lastDecision(trx: Trx, authority: string): Promise<number> {
  const { rows } = await sql<{ at: number }>`
    select coalesce(max(at), 0) as at from decision where authority = ${authority}`.execute(trx);
  return rows[0]?.at ?? 0;
}
