import type { Author, PrincipalId } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

interface AuthorRow {
  readonly client: number;
  readonly principal: PrincipalId;
  readonly name: string;
  readonly agency: string | null;
}

/** Who has written in sections, by clientID. */
export async function authorsOf(
  db: Db,
  authority: string,
  sections: readonly string[],
): Promise<ReadonlyMap<string, readonly Author[]>> {
  const { rows } = await sql<AuthorRow & { section: string }>`
    select w.section, w.client_id as client, p.id as principal, p.name, a.name as agency
    from writer w
      join lease l on l.authority = w.authority and l.client_id = w.client_id
      join principal p on p.authority = l.authority and p.id = l.principal
      left join agency a on a.authority = p.authority and a.id = p.agency
    where w.authority = ${authority} and w.section = any(${[...sections]}) order by w.client_id`.execute(db);
  return Map.groupBy(
    rows.map(({ section, client, principal, name, agency }) => ({ section, client, principal, name, agency })),
    ({ section }) => section,
  );
}

/** Who holds clientIDs. */
export async function holdersOf(
  db: Db,
  authority: string,
  clients: readonly number[],
): Promise<ReadonlyMap<number, Author>> {
  if (clients.length === 0) return new Map();
  const { rows } = await sql<AuthorRow>`
    select l.client_id as client, p.id as principal, p.name, a.name as agency
    from lease l join principal p on p.authority = l.authority and p.id = l.principal
      left join agency a on a.authority = p.authority and a.id = p.agency
    where l.authority = ${authority} and l.client_id = any(${[...clients]})`.execute(db);
  return new Map(rows.map((row) => [row.client, row]));
}
