import { decide, endPrincipals, type Node } from '@caseweave/server';
import { sql } from 'kysely';
import type { DirectoryFile } from './directory-file.ts';
import type { ImportedRows } from './imported-rows.ts';

/** Ends the access of those whom an earlier file had and this one has not, and their places in teams. */
export async function endMissing(
  { database: { db }, authority: { id: authority } }: Node,
  imported: ImportedRows,
  file: DirectoryFile,
  at: number,
): Promise<readonly string[]> {
  const practitioners = imported.absent(
    'practitioner',
    file.practitioners.map(({ id }) => id),
  );
  const accounts = imported.absent(
    'account',
    file.accounts.map(({ id }) => id),
  );
  await endPrincipals(db, authority, [...practitioners, ...accounts]);
  const { rows } = await sql<{ record: string }>`
    select distinct record from membership where authority = ${authority} and principal = any(${[...practitioners]})
      and (to_ms is null or to_ms > ${at})`.execute(db);
  const records = rows.map(({ record }) => record);
  if (records.length > 0) {
    await decide(db, authority, { kind: 'imported', records, at }, async (trx) => {
      await sql`update membership set to_ms = ${at}, lapses = false where authority = ${authority}
        and principal = any(${[...practitioners]}) and (to_ms is null or to_ms > ${at})`.execute(trx);
    });
  }
  await imported.forget(db, authority, 'practitioner', practitioners);
  await imported.forget(db, authority, 'account', accounts);
  return [...practitioners.map((id) => `practitioners: ${id}`), ...accounts.map((id) => `accounts: ${id}`)];
}
