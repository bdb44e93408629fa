import type { AnyWho, Model, NamedWho } from '@caseweave/model';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { lockAuthority } from './authority.ts';
import { logChange } from './log-change.ts';

/** Somebody who signs in, as they are registered. */
export interface PersonRow<Who extends AnyWho = AnyWho> {
  /** What the model's rights see of them. */
  readonly who: Who;
  readonly name: string;
  /** Who they are at an OpenID issuer, if they sign in by one. */
  readonly identity?: Identity | null;
}

/** Somebody at an OpenID issuer: a subject means nothing without the issuer that gave it. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** Somebody who signs in, as rights see them and as others see them. */
export interface KnownWho extends NamedWho {
  /** The position of the log at which what they are changed last. */
  readonly rightsSeq: number;
}

/**
 * Registers people who sign in, or changes what they are; a change counts from the next manifest of theirs. Who is the
 * same as before is left alone, so that their connections go on.
 *
 * @returns the ids of those who are new or have changed
 * @throws TypeError for somebody who is not as the model's schema says
 */
export async function putPeople(
  db: Db,
  authority: string,
  model: Model,
  people: readonly PersonRow[],
): Promise<readonly string[]> {
  const rows = JSON.stringify(
    people.map(({ who, name, identity }) => ({
      id: who.id,
      name,
      organisation: model.who.organisation?.of(checkedWho(model, who)) ?? null,
      who,
      issuer: identity?.issuer ?? null,
      subject: identity?.subject ?? null,
    })),
  );
  return db.transaction().execute(async (trx) => {
    await lockAuthority(trx, authority);
    const { rows: changed } = await sql<{ id: string }>`
      select p.id from jsonb_to_recordset(${rows}::jsonb) as p(${columns})
      where not exists (select from principal q where q.authority = ${authority} and not q.ended
        and (q.id, q.name, q.organisation, q.who, q.issuer, q.subject)
          is not distinct from (p.id, p.name, p.organisation, p.who, p.issuer, p.subject))`.execute(trx);
    if (changed.length === 0) return [];
    const ids = changed.map(({ id }) => id);
    const seq = await logChange(trx, authority, 'who', ids);
    // Two may exchange who they are at the issuer: nobody is anybody there while they do.
    await sql`update principal set issuer = null, subject = null where authority = ${authority} and id = any(${ids})`.execute(
      trx,
    );
    await sql`insert into principal (authority, id, name, organisation, who, issuer, subject, rights_seq)
      select ${authority}, p.id, p.name, p.organisation, p.who, p.issuer, p.subject, ${seq}
      from jsonb_to_recordset(${rows}::jsonb) as p(${columns}) where p.id = any(${ids})
      on conflict (authority, id) do update set name = excluded.name, organisation = excluded.organisation,
        who = excluded.who, issuer = excluded.issuer, subject = excluded.subject, rights_seq = excluded.rights_seq,
        ended = false`.execute(trx);
    return ids;
  });
}

/** Ends the access of people altogether; their connections are told. What they wrote stays theirs. */
export async function endPeople(db: Db, authority: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.transaction().execute(async (trx) => {
    const seq = await logChange(trx, authority, 'who', ids);
    await sql`update principal set ended = true, rights_seq = ${seq}
      where authority = ${authority} and id = any(${[...ids]})`.execute(trx);
  });
}

const columns = sql.raw('id text, name text, organisation text, who jsonb, issuer text, subject text');

function checkedWho(model: Model, who: AnyWho): AnyWho {
  const result = model.who.schema['~standard'].validate(who);
  if (result instanceof Promise || result.issues !== undefined)
    throw new TypeError(`The model ${model.name} knows nobody who is as ${who.id} is said to be.`);
  return who;
}

/** Finds who somebody at an issuer is here, whether or not their access has ended. */
export async function findByIdentity(
  db: Db,
  authority: string,
  { issuer, subject }: Identity,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from principal where authority = ${authority} and issuer = ${issuer} and subject = ${subject}`.execute(
    db,
  );
  return rows[0]?.id;
}

/** Finds people who sign in; those whose access has ended altogether are not found, unless they are asked for too. */
export async function loadPeople(
  db: Db,
  authority: string,
  { who: { organisation } }: Pick<Model, 'who'>,
  ids: readonly string[],
  { ended = false }: { readonly ended?: boolean } = {},
): Promise<ReadonlyMap<string, KnownWho>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<KnownWho>`
    select p.who, p.name, u.name as organisation, p.rights_seq as "rightsSeq"
    from principal p left join unit u on u.authority = p.authority and u.kind = ${organisation?.unit ?? ''} and u.id = p.organisation
    where p.authority = ${authority} and p.id = any(${[...ids]}) and (not p.ended or ${ended})`.execute(db);
  return new Map(rows.map((row) => [row.who.id, row]));
}
