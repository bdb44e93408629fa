import type { Act } from '@caseweave/family';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';
import { decide } from './decide.ts';
import { addMember, endMembership, moveToHub, type NewMember } from './memberships.ts';

/** A decision about a record that changes who may do what with it, taken by whoever runs the authority. */
export type RecordChange =
  | ({ readonly type: 'join' } & NewMember)
  | { readonly type: 'part'; readonly principal: string }
  | { readonly type: 'lead'; readonly principal: string | null }
  | { readonly type: 'hub'; readonly hub: string | null }
  | {
      readonly type: 'grant';
      readonly principal: string;
      readonly section: string;
      readonly act: Act;
      readonly until?: number;
    }
  | { readonly type: 'ungrant'; readonly principal: string; readonly section: string }
  | { readonly type: 'bar'; readonly principal: string }
  | { readonly type: 'protect-location'; readonly isProtected: boolean };

/** Decides something about a record. Live connections hear of it at once. */
export async function changeRecord(
  db: Db,
  authority: string,
  record: string,
  change: RecordChange,
  at: number,
): Promise<void> {
  await decide(db, authority, { kind: change.type, records: [record], at }, (trx) =>
    apply(trx, authority, record, change, at),
  );
}

async function apply(trx: Trx, authority: string, record: string, change: RecordChange, at: number): Promise<void> {
  switch (change.type) {
    case 'join':
      return addMember(trx, authority, record, change, at);
    case 'part':
      return endMembership(trx, authority, record, change.principal, at);
    case 'lead':
      await sql`update record set lead = ${change.principal} where authority = ${authority} and id = ${record}`.execute(
        trx,
      );
      return;
    case 'hub':
      return moveToHub(trx, authority, record, change.hub);
    case 'grant':
      await sql`insert into grant_ (authority, record, principal, section, act, from_ms, to_ms)
        values (${authority}, ${record}, ${change.principal}, ${change.section}, ${change.act}, ${at}, ${change.until ?? null})
        on conflict (authority, record, principal, section, act, from_ms) do update set to_ms = excluded.to_ms`.execute(
        trx,
      );
      return;
    case 'ungrant':
      await sql`update grant_ set to_ms = ${at} where authority = ${authority} and record = ${record}
        and principal = ${change.principal} and section = ${change.section} and (to_ms is null or to_ms > ${at})`.execute(
        trx,
      );
      return;
    case 'bar':
      await sql`update record set barred = array_append(array_remove(barred, ${change.principal}), ${change.principal})
        where authority = ${authority} and id = ${record}`.execute(trx);
      return;
    case 'protect-location':
      await sql`update record set protected_location = ${change.isProtected} where authority = ${authority} and id = ${record}`.execute(
        trx,
      );
      return;
  }
}
