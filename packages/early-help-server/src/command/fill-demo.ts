import { emptyAuthority, type Node, StartFailure } from '@caseweave/server';
import { inTime } from '@caseweave/server/command';
import { sql } from 'kysely';
import { seedDemo } from '../demo/seed-demo.ts';
import { createOwnTables } from '../store/own-tables.ts';

const DEFAULT_FAMILIES = 40;
/** What an authority says while it is being filled, and goes on saying if that was interrupted. */
const BEING_FILLED = 0;

/** Fills an empty store with the demo; leaves a filled one as it is, and refuses one of another size than was asked for. */
export async function fillDemo(node: Node, asked: number | undefined, say: (words: string) => void): Promise<void> {
  const { db } = node.database;
  const { id } = node.authority;
  await createOwnTables(db);
  const { rows } = await sql<{ filled: number | null; records: boolean }>`
    select (select families from demo where authority = ${id}) as filled,
      exists (select from principal where authority = ${id}) as records`.execute(db);
  const filled = rows[0]?.filled ?? null;
  if (filled !== null && filled !== BEING_FILLED) {
    if (asked === undefined || asked === filled) return;
    throw new StartFailure(
      'other-size',
      `The store holds a demo of ${filled} families, not ${asked}. Nothing was changed. Start without --families, or empty the store first (npm run reset).`,
    );
  }
  // A store that holds anybody, and that no filling has begun in, is somebody's own.
  if (filled === null && rows[0]?.records === true) {
    throw new StartFailure(
      'other-size',
      'The store holds records that are no demo. Nothing was changed. Start with CASEWEAVE_DEMO=0.',
    );
  }
  // Nobody was served while it ran.
  if (filled === BEING_FILLED) await emptyAuthority(db, id);
  await sql`insert into demo (authority, families) values (${id}, ${BEING_FILLED}) on conflict do nothing`.execute(db);
  const families = asked ?? DEFAULT_FAMILIES;
  say(`Filling the empty store with a demo of ${families} families.`);
  const today = new Date(node.now()).toISOString().slice(0, 10);
  const tell = inTime(say, 'families');
  await seedDemo(node, { seed: 'caseweave', families, today }, ({ families: done }) => tell(done, families));
  await node.tail.catchUp();
  // Nobody is served yet: the first who asks finds the lists made.
  await node.projections.catchUp();
}
