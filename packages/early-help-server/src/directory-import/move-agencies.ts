import { earlyHelp, type Principal } from '@caseweave/family';
import { type Db, putPeople } from '@caseweave/server';
import { sql } from 'kysely';
import type { DirectoryFile } from './directory-file.ts';

interface PersonOfAgency {
  readonly who: Principal;
  readonly name: string;
  readonly issuer: string | null;
  readonly subject: string | null;
}

/**
 * What somebody may do follows from the kind of their agency, so whoever works for one of another kind than before is
 * told, those too whom the file does not name any more.
 */
export async function moveAgencies(db: Db, authority: string, { agencies }: DirectoryFile): Promise<void> {
  const kinds = new Map(agencies.map(({ id, kind }) => [id, kind]));
  const { rows } = await sql<PersonOfAgency>`
    select who, name, issuer, subject from principal
    where authority = ${authority} and not ended and organisation = any(${[...kinds.keys()]})`.execute(db);
  const moved = rows.flatMap(({ who, name, issuer, subject }) => {
    const kind = who.agency === null ? undefined : kinds.get(who.agency.id);
    if (who.agency === null || kind === undefined || kind === who.agency.kind) return [];
    const identity = issuer === null || subject === null ? null : { issuer, subject };
    return [{ who: { ...who, agency: { id: who.agency.id, kind } }, name, identity }];
  });
  if (moved.length > 0) await putPeople(db, authority, earlyHelp, moved);
}
