import type { Node } from '@caseweave/server';
import { decideAll } from './decide-all.ts';
import { type ChangedFamily, followDirectory } from './follow-directory.ts';
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
  await node.decisions.together(async (trx) => {
    const people = families.flatMap(({ plan }) => plan.people);
    await imported.keep(trx, authority, imported.householdsOf(people.map(({ household }) => household)).rows);
    await decideAll(
      node,
      trx,
      families.map((family) => followDirectory(imported, family)),
      at,
    );
    await imported.keep(
      trx,
      authority,
      families.map(({ ref, plan }) => ({ kind: 'family', ref, record: imported.recordOf('family', ref), row: plan })),
    );
  });
}
