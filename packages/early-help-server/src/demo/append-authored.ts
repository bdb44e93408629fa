import { deviceIdFrom } from '@caseweave/protocol';
import { type Db, type LogRow, type SectionMoved, type Trx, writeGroup } from '@caseweave/server';
import { sql } from 'kysely';
import * as Y from 'yjs';
import type { DemoRecord } from './demo-record.ts';
import type { DemoPractitioner } from './practitioners.ts';
import { randomFrom } from './random.ts';

/** The device that a practitioner's seeded content came from, and how many batches it has sent. */
export interface AuthorDevice {
  readonly device: string;
  batch: number;
}

/** Enrols a device for each author and leases it the author's number, so that what is written stays theirs. */
export async function enrolAuthors(
  db: Db,
  authority: string,
  authors: readonly DemoPractitioner[],
  at: number,
): Promise<ReadonlyMap<string, AuthorDevice>> {
  const devices = new Map<string, AuthorDevice>();
  for (const { id, client } of authors) {
    const device = deviceIdFrom(randomFrom(`device of ${id}`).bytes(16));
    devices.set(id, { device, batch: 0 });
    await sql`insert into device (authority, id, principal, enrolled_at) values (${authority}, ${device}, ${id}, ${at})`.execute(
      db,
    );
    await sql`insert into lease (authority, client_id, principal, device, slot)
      values (${authority}, ${client}, ${id}, ${device}, 1)`.execute(db);
  }
  return devices;
}

/** Appends what was written in these records to the log, in one transaction. The records are registered already. */
export async function appendAuthored(
  db: Db,
  authority: string,
  records: readonly DemoRecord[],
  devices: ReadonlyMap<string, AuthorDevice>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const sections = await sectionIds(trx, authority, records);
    const written = records.flatMap(({ record, sections }) => sections.map((section) => ({ record, ...section })));
    const count = written.reduce((rows, { authored }) => rows + authored.length, 0);
    const { rows: locked } = await sql<{ seq: number }>`
      update authority set seq = seq + ${count} where id = ${authority} returning seq`.execute(trx);
    let seq = (locked[0]?.seq ?? 0) - count;

    const rows: LogRow[] = [];
    const moved: SectionMoved[] = [];
    for (const { record, name, authored } of written) {
      const section = sections.get(`${record}/${name}`);
      if (section === undefined) throw new Error(`The section ${name} of a demo record was not registered.`);
      for (const { author, client, at, update } of authored) {
        const device = devices.get(author);
        if (device === undefined) throw new Error(`The demo author ${author} has no device.`);
        seq += 1;
        device.batch += 1;
        rows.push({
          seq,
          section,
          epoch: 1,
          device: device.device,
          principal: author,
          at,
          batch: device.batch,
          base: null,
          clients: [client],
          update,
        });
      }
      const whole = Y.mergeUpdates(authored.map(({ update }) => update));
      moved.push({ section, head: seq, rows: authored.length, stateVector: Y.encodeStateVectorFromUpdate(whole) });
    }
    await writeGroup(trx, authority, { judged: [], rows, moved });
  });
}

async function sectionIds(
  trx: Trx,
  authority: string,
  records: readonly DemoRecord[],
): Promise<ReadonlyMap<string, string>> {
  const ids = records.map(({ record }) => record);
  const { rows } = await sql<{ id: string; record: string; name: string }>`
    select id, record, name from section where authority = ${authority} and record = any(${ids})`.execute(trx);
  return new Map(rows.map(({ id, record, name }) => [`${record}/${name}`, id]));
}
