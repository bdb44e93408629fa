import { endPeople, type Node } from '@caseweave/server';
import { changeFacts, familiesOf } from './change-facts.ts';
import type { DirectoryFile } from './directory-file.ts';
import { endedTeam } from './changed-family.ts';
import type { ImportedRows } from './imported-rows.ts';

/** Ends the access of those whom an earlier file had and this one has not, and their places in teams. */
export async function endMissing(
  node: Node,
  imported: ImportedRows,
  file: DirectoryFile,
  at: number,
): Promise<readonly string[]> {
  const { db } = node.database;
  const { id: authority } = node.authority;
  const practitioners = imported.absent(
    'practitioner',
    file.practitioners.map(({ id }) => id),
  );
  const accounts = imported.absent(
    'account',
    file.accounts.map(({ id }) => id),
  );
  await endPeople(db, authority, [...practitioners, ...accounts]);
  const left = new Set(practitioners);
  await node.decisions.together(async (trx) => {
    const families = await familiesOf(trx, authority, practitioners);
    await changeFacts(node, trx, families, at, (facts) => ({
      ...facts,
      team: endedTeam(facts.team, (principal) => left.has(principal), at),
    }));
  });
  await imported.forget(db, authority, 'practitioner', practitioners);
  await imported.forget(db, authority, 'account', accounts);
  return [...practitioners.map((id) => `practitioners: ${id}`), ...accounts.map((id) => `accounts: ${id}`)];
}
