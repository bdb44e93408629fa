import { earlyHelp, type Principal } from '@caseweave/family';
import { enrolDevice, type Node, putPeople } from '@caseweave/server';
import { sql } from 'kysely';
import type { Writer } from './write-names.ts';

const DIRECTORY = 'directory-import';

/** Under whose name first names are written: the directory's own. It has no rights and nobody can sign in as it. */
export async function writerFor({ database: { db }, authority: { id } }: Node, at: number): Promise<Writer> {
  const who: Principal = { id: DIRECTORY, kind: 'practitioner', agency: null, hub: null, roles: [] };
  await putPeople(db, id, earlyHelp, [{ who, name: 'Directory' }]);
  const leased = async (): Promise<Writer | undefined> => {
    const { rows } = await sql<{ device: string; client: number }>`
      select device, client_id as client from lease where authority = ${id} and principal = ${DIRECTORY} order by slot limit 1`.execute(
      db,
    );
    const [row] = rows;
    return row && { principal: DIRECTORY, ...row };
  };
  const known = await leased();
  if (known !== undefined) return known;
  await enrolDevice(db, id, DIRECTORY, at);
  const enrolled = await leased();
  if (enrolled === undefined) throw new Error('The directory was given no number to write under.');
  return enrolled;
}
