import type { AgencyKind, Principal, Role } from '@caseweave/family';
import { sql } from 'kysely';
import type { Db, Trx } from '../database/database.ts';
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
  /** Who they are at an OpenID issuer, if they sign in by one. */
  readonly identity?: Identity | null;
}

/** Somebody at an OpenID issuer: a subject means nothing without the issuer that gave it. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** Somebody who signs in, as rights see them and as others see them. */
export interface KnownPrincipal {
  readonly principal: Principal;
  readonly name: string;
  readonly agencyName: string | null;
  readonly rightsSeq: number;
}

/** Registers hubs and agencies, or changes them. A kind of agency counts in rights, so its people are told of a new one. */
export async function putPlaces(
  db: Db,
  authority: string,
  hubs: readonly HubRow[],
  agencies: readonly AgencyRow[],
): Promise<void> {
  const [ids, kinds] = [agencies.map(({ id }) => id), agencies.map(({ kind }) => kind)];
  await db.transaction().execute(async (trx) => {
    await sql`insert into hub (authority, id, name)
      select ${authority}, * from unnest(${hubs.map(({ id }) => id)}::text[], ${hubs.map(({ name }) => name)}::text[])
      on conflict (authority, id) do update set name = excluded.name`.execute(trx);
    const { rows } = await sql<{ id: string }>`
      select p.id from principal p join agency a on a.authority = p.authority and a.id = p.agency
        join unnest(${ids}::text[], ${kinds}::text[]) as n(id, kind) on n.id = a.id and n.kind <> a.kind
      where p.authority = ${authority} and not p.ended`.execute(trx);
    await sql`insert into agency (authority, id, name, kind)
      select ${authority}, * from unnest(${ids}::text[], ${agencies.map(({ name }) => name)}::text[], ${kinds}::text[])
      on conflict (authority, id) do update set name = excluded.name, kind = excluded.kind`.execute(trx);
    await noteChange(
      trx,
      authority,
      rows.map(({ id }) => id),
    );
  });
}

/**
 * Registers people who sign in, or changes what they are; a change counts from the next manifest of theirs. Who is the
 * same as before is left alone, so that their connections go on.
 *
 * @returns the ids of those who are new or have changed
 */
export async function putPrincipals(
  db: Db,
  authority: string,
  principals: readonly PrincipalRow[],
): Promise<readonly string[]> {
  return db.transaction().execute(async (trx) => {
    const rows = principals.map(({ identity, person = null, ...row }) => ({
      ...row,
      person,
      issuer: identity?.issuer ?? null,
      subject: identity?.subject ?? null,
    }));
    await sql`update authority set seq = seq where id = ${authority}`.execute(trx);
    const { rows: changed } = await sql<{ id: string }>`
      select p.id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(${recordColumns})
      where not exists (select from principal q where q.authority = ${authority} and not q.ended
        and (q.id, q.kind, q.name, q.agency, q.hub, q.roles, q.person, q.issuer, q.subject)
          is not distinct from (p.id, p.kind, p.name, p.agency, p.hub, p.roles, p.person, p.issuer, p.subject))`.execute(
      trx,
    );
    if (changed.length === 0) return [];
    const ids = changed.map(({ id }) => id);
    const seq = await noteChange(trx, authority, ids);
    // Two may exchange who they are at the issuer: nobody is anybody there while they do.
    await sql`update principal set issuer = null, subject = null where authority = ${authority} and id = any(${ids})`.execute(
      trx,
    );
    await sql`insert into principal (authority, id, kind, name, agency, hub, roles, person, issuer, subject, rights_seq)
      select ${authority}, p.id, p.kind, p.name, p.agency, p.hub, p.roles, p.person, p.issuer, p.subject, ${seq}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(${recordColumns}) where p.id = any(${ids})
      on conflict (authority, id) do update set kind = excluded.kind, name = excluded.name, agency = excluded.agency,
        hub = excluded.hub, roles = excluded.roles, person = excluded.person, issuer = excluded.issuer,
        subject = excluded.subject, rights_seq = excluded.rights_seq, ended = false`.execute(trx);
    return ids;
  });
}

/** Ends the access of people altogether; their connections are told. What they wrote stays theirs. */
export async function endPrincipals(db: Db, authority: string, ids: readonly string[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await noteChange(trx, authority, ids);
    await sql`update principal set ended = true where authority = ${authority} and id = any(${[...ids]})`.execute(trx);
  });
}

/**
 * Puts into the log that people have changed: their live connections begin again when they hear of it.
 *
 * @returns the position up to which they have
 */
async function noteChange(trx: Trx, authority: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { rows } = await sql<{ seq: number }>`
    update authority set seq = seq + ${ids.length}, rights = rights + 1 where id = ${authority} returning seq`.execute(
    trx,
  );
  const seq = rows[0]?.seq ?? 0;
  await sql`insert into decision (authority, seq, record, kind, at)
    select ${authority}, ${seq - ids.length} + place, id, 'principal', 0
    from unnest(${[...ids]}::text[]) with ordinality as p(id, place)`.execute(trx);
  await sql`update principal set rights_seq = ${seq} where authority = ${authority} and id = any(${[...ids]})`.execute(
    trx,
  );
  await sql`select pg_notify(${channelOf(authority)}, '')`.execute(trx);
  return seq;
}

const recordColumns = sql.raw(
  'id text, kind text, name text, agency text, hub text, roles text[], person text, issuer text, subject text',
);

/** Finds who somebody at an issuer is here, whether or not their access has ended. */
export async function findPrincipalOf(
  db: Db,
  authority: string,
  issuer: string,
  subject: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from principal where authority = ${authority} and issuer = ${issuer} and subject = ${subject}`.execute(
    db,
  );
  return rows[0]?.id;
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
