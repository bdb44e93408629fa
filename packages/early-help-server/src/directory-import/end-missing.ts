import type { FamilyFacts } from '@caseweave/family';
import { endPeople, loadStates, type Node, type Trx } from '@caseweave/server';
import { sql } from 'kysely';
import { decideAll } from './decide-all.ts';
import type { DirectoryFile } from './directory-file.ts';
import { leftDirectory } from './follow-directory.ts';
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
  await node.decisions.together(async (trx) => {
    const leaving = await teamsOf(trx, authority, practitioners, at);
    const commands = Array.from(leaving, ([record, left]) => leftDirectory(record, left));
    await decideAll(node, trx, commands, at);
  });
  await imported.forget(db, authority, 'practitioner', practitioners);
  await imported.forget(db, authority, 'account', accounts);
  return [...practitioners.map((id) => `practitioners: ${id}`), ...accounts.map((id) => `accounts: ${id}`)];
}

/** The families in whose teams somebody of these is now, and who of them. */
async function teamsOf(
  trx: Trx,
  authority: string,
  people: readonly string[],
  at: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ record: string }>`
    select distinct k.record from record_key k join record r on r.authority = k.authority and r.id = k.record
    where k.authority = ${authority} and r.kind = 'family' and not k.gone and k.key = any(${people.map((id) => `p:${id}`)})
    order by k.record`.execute(trx);
  const states = await loadStates(
    trx,
    authority,
    rows.map(({ record }) => record),
  );
  return new Map(
    [...states.values()].flatMap(({ record, facts }) => {
      // Facts of families are written by their decisions, in this form.
      const { team } = facts as FamilyFacts;
      const left = team.filter(({ principal, to }) => people.includes(principal) && (to === null || to > at));
      return left.length === 0 ? [] : [[record, left.map(({ principal }) => principal)] as const];
    }),
  );
}
