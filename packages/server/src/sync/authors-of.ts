import {
  type AgencyKind,
  hiddenPractitioner,
  type Principal,
  type RecordFacts,
  seesPractitioner,
} from '@caseweave/family';
import type { ClientAuthor, PrincipalId } from '@caseweave/protocol';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

/** Who holds a clientID, with what decides who may know of them. */
export interface KnownAuthor extends ClientAuthor {
  readonly worksFor: Principal['agency'];
}

interface AuthorRow extends ClientAuthor {
  readonly agencyId: string | null;
  readonly agencyKind: AgencyKind | null;
}

const columns = sql.raw(
  `l.client_id as client, p.id as principal, p.name, a.name as organisation, a.id as "agencyId", a.kind as "agencyKind"`,
);

const known = ({ client, principal, name, organisation, agencyId, agencyKind }: AuthorRow): KnownAuthor => ({
  client,
  principal,
  name,
  organisation,
  worksFor: agencyId === null || agencyKind === null ? null : { id: agencyId, kind: agencyKind },
});

/** Who has written in sections, by clientID. */
export async function authorsOf(
  db: Db,
  authority: string,
  sections: readonly string[],
): Promise<ReadonlyMap<string, readonly KnownAuthor[]>> {
  const { rows } = await sql<AuthorRow & { section: string }>`
    select w.section, ${columns}
    from writer w
      join lease l on l.authority = w.authority and l.client_id = w.client_id
      join principal p on p.authority = l.authority and p.id = l.principal
      left join agency a on a.authority = p.authority and a.id = p.agency
    where w.authority = ${authority} and w.section = any(${[...sections]}) order by w.client_id`.execute(db);
  const bySection = Map.groupBy(rows, ({ section }) => section);
  return new Map(Array.from(bySection, ([section, own]) => [section, own.map(known)]));
}

/** Who holds clientIDs. */
export async function holdersOf(
  db: Db,
  authority: string,
  clients: readonly number[],
): Promise<ReadonlyMap<number, KnownAuthor>> {
  if (clients.length === 0) return new Map();
  const { rows } = await sql<AuthorRow>`
    select ${columns}
    from lease l join principal p on p.authority = l.authority and p.id = l.principal
      left join agency a on a.authority = p.authority and a.id = p.agency
    where l.authority = ${authority} and l.client_id = any(${[...clients]})`.execute(db);
  return new Map(rows.map((row) => [row.client, known(row)]));
}

/** Authors as one reader may know them: of whom they may not, nothing but the clientID. */
export const authorsFor = (
  reader: Principal,
  authors: readonly KnownAuthor[],
  facts: RecordFacts,
  at: number,
): readonly ClientAuthor[] =>
  authors.map(({ client, principal, name, organisation, worksFor }) =>
    seesPractitioner(reader, { id: principal, agency: worksFor }, facts, at)
      ? { client, principal, name, organisation }
      : { client, principal: hiddenPractitioner.id as PrincipalId, name: hiddenPractitioner.name, organisation: null },
  );
