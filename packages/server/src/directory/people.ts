import type { AgencyKind, Principal, Role } from '@caseweave/family';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { channelOf } from './channel.ts';

/** A hub, as it is registered. */
export interface HubRow {
  readonly id: string;
  readonly name: string;
}

/** An agency, as it is registered. Its id also names its notes, so it is of small letters, digits and hyphens. */
export interface AgencyRow {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
}

/** Somebody who signs in, as they are registered. */
export interface PrincipalRow {
  readonly id: string;
  readonly kind: Principal['kind'];
  readonly name: string;
  readonly agency: string | null;
  readonly hub: string | null;
  readonly roles: readonly Role[];
  readonly person?: string | null;
}

/** Somebody who signs in, as rights see them and as others see them. */
export interface KnownPrincipal {
  readonly principal: Principal;
  readonly name: string;
  readonly agencyName: string | null;
  readonly rightsSeq: number;
}

/** Registers hubs and agencies, or renames them. */
export async function putPlaces(
  db: Db,
  authority: string,
  hubs: readonly HubRow[],
  agencies: readonly AgencyRow[],
): Promise<void> {
  await sql`insert into hub (authority, id, name)
    select ${authority}, * from unnest(${hubs.map(({ id }) => id)}::text[], ${hubs.map(({ name }) => name)}::text[])
    on conflict (authority, id) do update set name = excluded.name`.execute(db);
  await sql`insert into agency (authority, id, name, kind)
    select ${authority}, * from unnest(${agencies.map(({ id }) => id)}::text[], ${agencies.map(({ name }) => name)}::text[],
      ${agencies.map(({ kind }) => kind)}::text[])
    on conflict (authority, id) do update set name = excluded.name, kind = excluded.kind`.execute(db);
}

/** Registers people who sign in, or changes what they are; a change counts from the next manifest of theirs. */
export async function putPrincipals(db: Db, authority: string, principals: readonly PrincipalRow[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ seq: number }>`
      update authority set seq = seq + 1, rights = rights + 1 where id = ${authority} returning seq`.execute(trx);
    const seq = rows[0]?.seq ?? 0;
    await sql`update authority set seq = seq + ${principals.length} where id = ${authority}`.execute(trx);
    // Live connections of theirs begin again when they hear of it.
    await sql`insert into decision (authority, seq, record, kind, at)
      select ${authority}, ${seq} + place, id, 'principal', 0
      from unnest(${principals.map(({ id }) => id)}::text[]) with ordinality as p(id, place)`.execute(trx);
    for (const { id, kind, name, agency, hub, roles, person } of principals) {
      await sql`insert into principal (authority, id, kind, name, agency, hub, roles, person, rights_seq)
        values (${authority}, ${id}, ${kind}, ${name}, ${agency}, ${hub}, ${[...roles]}, ${person ?? null}, ${seq + principals.length})
        on conflict (authority, id) do update set kind = excluded.kind, name = excluded.name, agency = excluded.agency,
          hub = excluded.hub, roles = excluded.roles, person = excluded.person, rights_seq = excluded.rights_seq`.execute(
        trx,
      );
    }
    await sql`select pg_notify(${channelOf(authority)}, '')`.execute(trx);
  });
}

/** Finds people who sign in; those whose access has ended altogether are not found. */
export async function loadPrincipals(
  db: Db,
  authority: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownPrincipal>> {
  const { rows } = await sql<
    PrincipalRow & { agencyKind: AgencyKind | null; agencyName: string | null; rightsSeq: number }
  >`
    select p.id, p.kind, p.name, p.agency, p.hub, p.roles, p.person, p.rights_seq as "rightsSeq",
      a.kind as "agencyKind", a.name as "agencyName"
    from principal p left join agency a on a.authority = p.authority and a.id = p.agency
    where p.authority = ${authority} and p.id = any(${[...ids]}) and not p.ended`.execute(db);
  return new Map(
    rows.map(({ id, kind, name, agency, agencyKind, agencyName, hub, roles, person, rightsSeq }) => [
      id,
      {
        name,
        agencyName,
        rightsSeq,
        principal: {
          id,
          kind,
          agency: agency === null || agencyKind === null ? null : { id: agency, kind: agencyKind },
          roles,
          hub,
          ...(person === null || person === undefined ? {} : { person }),
        },
      },
    ]),
  );
}
