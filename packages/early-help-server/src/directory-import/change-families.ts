import type { Node } from '@caseweave/server';
import { changeFacts } from './change-facts.ts';
import { changedFamily, type ChangedFamily } from './changed-family.ts';
import type { ImportedRows } from './imported-rows.ts';

/**
 * Decides what has changed in the rows of families, and nothing else: what was decided here since the last import stays
 * where the file does not say something new.
 */
export async function changeFamilies(
  node: Node,
  imported: ImportedRows,
  families: readonly ChangedFamily[],
  at: number,
): Promise<void> {
  const authority = node.authority.id;
  const byRecord = new Map(families.map((family) => [imported.recordOf('family', family.ref), family]));
  await node.decisions.together(async (trx) => {
    const people = families.flatMap(({ plan }) => plan.people);
    await imported.keep(trx, authority, imported.householdsOf(people.map(({ household }) => household)).rows);
    await changeFacts(node, trx, [...byRecord.keys()], at, (facts, record) => {
      const family = byRecord.get(record);
      return family === undefined ? facts : changedFamily(facts, family, imported, at);
    });
    await imported.keep(
      trx,
      authority,
      Array.from(byRecord, ([record, { ref, plan }]) => ({ kind: 'family', ref, record, row: plan })),
    );
  });
}
