import { setImmediate } from 'node:timers/promises';
import { addDays } from '@caseweave/family';
import { type Db, type PrincipalRow, putPlaces, putPrincipals, registerRecords } from '@caseweave/server';
import { sql } from 'kysely';
import { appendAuthored, enrolAuthors } from './append-authored.ts';
import { demoAuthority, type DemoOptions } from './demo-authority.ts';
import type { DemoRecord } from './demo-record.ts';

/** Records that are registered in one transaction: some twenty families with their people. */
const RECORDS_AT_ONCE = 100;

/** How far seeding has got. */
export interface SeedProgress {
  readonly families: number;
  readonly records: number;
}

/**
 * Fills an empty authority with the demo. It is complete once the authority says how many families it was filled with;
 * until then a start finds it half filled.
 *
 * @param progress - told after each part that is written
 */
export async function seedDemo(
  db: Db,
  authority: string,
  options: DemoOptions,
  progress?: (done: SeedProgress) => void,
): Promise<void> {
  const { hubs, agencies, practitioners, accounts, records } = demoAuthority(options);
  // Everybody was in their place before the first word was written.
  const since = Date.parse(`${addDays(options.today, -400)}T09:00:00Z`);
  await putPlaces(db, authority, hubs, agencies);
  await putPrincipals(db, authority, [
    ...practitioners.map(({ id, name, agency, hub, roles }): PrincipalRow => ({
      id,
      kind: 'practitioner',
      name,
      agency,
      hub,
      roles,
    })),
    ...accounts.map(({ id, name, kind, person }): PrincipalRow => ({
      id,
      kind,
      name,
      agency: null,
      hub: null,
      roles: [kind === 'family-adult' ? 'family_adult' : 'child_yp'],
      person,
    })),
  ]);
  const devices = await enrolAuthors(db, authority, practitioners, since);

  let families = 0;
  let written = 0;
  const write = async (part: readonly DemoRecord[]): Promise<void> => {
    await registerRecords(db, authority, part, since);
    await appendAuthored(db, authority, part, devices);
    families += part.filter(({ kind }) => kind === 'family').length;
    written += part.length;
    progress?.({ families, records: written });
  };
  // While one part is being written, the next is made up.
  let writing = Promise.resolve();
  for await (const part of inParts(records)) {
    await writing;
    writing = write(part);
    // Its failure is heard of when it is waited for.
    writing.catch(() => undefined);
  }
  await writing;
  await sql`update authority set demo_families = ${options.families} where id = ${authority}`.execute(db);
}

// A family and its people stay together: they come one after the other, the family first.
async function* inParts(records: Iterable<DemoRecord>): AsyncIterable<readonly DemoRecord[]> {
  let part: DemoRecord[] = [];
  for (const record of records) {
    if (record.kind === 'family' && part.length >= RECORDS_AT_ONCE) {
      yield part;
      part = [];
    }
    part.push(record);
    // The database is let go on in between.
    await setImmediate();
  }
  if (part.length > 0) yield part;
}
