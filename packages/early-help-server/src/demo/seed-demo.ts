import { setImmediate } from 'node:timers/promises';
import { addDays, type AgencyKind, earlyHelp, type Principal } from '@caseweave/family';
import { type Node, type PersonRow, putPeople, putUnits } from '@caseweave/server';
import { sql } from 'kysely';
import { appendAuthored, enrolAuthors } from './append-authored.ts';
import { demoAuthority, type DemoAuthority, type DemoOptions } from './demo-authority.ts';
import type { DemoRecord } from './demo-record.ts';
import { createOwnTables } from '../store/own-tables.ts';
import { factsOfDemo } from './facts-of-demo.ts';

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
  node: Node,
  options: DemoOptions,
  progress?: (done: SeedProgress) => void,
): Promise<void> {
  const { db } = node.database;
  const { id: authority } = node.authority;
  await createOwnTables(db);
  const demo = demoAuthority(options);
  // Everybody was in their place before the first word was written.
  const since = Date.parse(`${addDays(options.today, -400)}T09:00:00Z`);
  await putUnits(db, authority, 'hub', demo.hubs);
  await putUnits(
    db,
    authority,
    'agency',
    demo.agencies.map(({ id, name, kind }) => ({ id, name, more: { kind } })),
  );
  await putPeople(db, authority, earlyHelp, peopleOf(demo));
  const devices = await enrolAuthors(db, authority, demo.practitioners, since);

  let families = 0;
  let written = 0;
  const write = async (part: readonly DemoRecord[]): Promise<void> => {
    await node.decisions.adopt(
      part.map((record) => factsOfDemo(record, since)),
      since,
    );
    await appendAuthored(db, authority, part, devices);
    families += part.filter(({ kind }) => kind === 'family').length;
    written += part.length;
    progress?.({ families, records: written });
  };
  // While one part is being written, the next is made up.
  let writing = Promise.resolve();
  for await (const part of inParts(demo.records)) {
    await writing;
    writing = write(part);
    // Its failure is heard of when it is waited for.
    writing.catch(() => undefined);
  }
  await writing;
  await sql`insert into demo (authority, families) values (${authority}, ${options.families})
    on conflict (authority) do update set families = excluded.families`.execute(db);
}

/** The practitioners, and the families' own people who sign in. */
function peopleOf({ agencies, practitioners, accounts }: DemoAuthority): readonly PersonRow<Principal>[] {
  const kinds = new Map<string, AgencyKind>(agencies.map(({ id, kind }) => [id, kind]));
  return [
    ...practitioners.map(({ id, name, agency, hub, roles }): PersonRow<Principal> => ({
      who: { id, kind: 'practitioner', agency: { id: agency, kind: kinds.get(agency) ?? 'other' }, roles, hub },
      name,
    })),
    ...accounts.map(({ id, name, kind, person }): PersonRow<Principal> => ({
      who: {
        id,
        kind,
        agency: null,
        roles: [kind === 'family-adult' ? 'family_adult' : 'child_yp'],
        hub: null,
        person,
      },
      name,
    })),
  ];
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
