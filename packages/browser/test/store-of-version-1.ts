import type { Scope } from '@caseweave/browser';
import { openDB } from 'idb';

export const nameOf = ({ authority, principal }: Scope) =>
  `caseweave ${encodeURIComponent(authority)} ${encodeURIComponent(principal)}`;

const bytes = (text: string) => new TextEncoder().encode(text);
export const plain = (text: string) => ({ format: 0, key: null, bytes: bytes(text) });
const base64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export const record = 'gePpBABWiMp6WEVOj4Oz0g';
export const section = 'XWn-Wsg5y4KV8hrhRiPBDA';

/** What the server has of the section: its title is `Okafor`, written under the clientID 1843112437. */
const baseUpdate = 'AQL10+7uBgAoAQh2ZXJzaW9ucwJ3MQF4CAEGY2xhaW1zAXUEdwB3BXRpdGxldwZPa2Fmb3J2AQF0e0J5q2l+gAAAAA==';
/** Unsent: its title becomes `Okafor-Reid`. */
const unsentUpdate = 'AQH10+7uBgKI9dPu7gYBAXUEdwB3BXRpdGxldwtPa2Fmb3ItUmVpZHYBAXR7QnmraX6AAAAB9dPu7gYBAQE=';

/**
 * Writes a database as version 1 of this package left it: the rows as they were on the disk of a device that had one
 * family, with one edit waiting to be sent and one that was held.
 */
export async function storeOfVersion1(scope: Scope): Promise<void> {
  const database = await openDB(nameOf(scope), 1, {
    upgrade: (made) => {
      for (const name of ['device', 'records', 'sections', 'projections']) made.createObjectStore(name);
      made.createObjectStore('base', { keyPath: 'row', autoIncrement: true }).createIndex('section', 'section');
      made.createObjectStore('outbox', { autoIncrement: true });
    },
  });
  const edit = (attention: string, words: string) => ({
    entry: plain(
      `{"record":"${record}","name":"plan","at":1764000000000,"changes":[{"entity":"","path":"title","label":"Title",` +
        `"words":"${words}"}],"text":null,"attention":${attention},"parts":[{"section":"${section}","epoch":1}]}`,
    ),
    updates: [{ format: 0, key: null, bytes: base64(unsentUpdate) }],
    written: [{ format: 0, key: null, bytes: new Uint8Array(64) }],
  });
  await database.put(
    'device',
    plain(
      '{"device":"F-A5pIxqXzJMhyP9j14mHA","principal":{"id":"asha","name":"Asha Patel","agency":"school"},' +
        '"generation":"g1","leases":[1843112437,402915566]}',
    ),
    'device',
  );
  await database.put('device', { format: 0, key: null, bytes: new Uint8Array(64) }, 'cursor');
  await database.put(
    'records',
    plain(`{"record":"${record}","kind":"family","facts":"{\\"hub\\":\\"Bilston\\"}"}`),
    record,
  );
  await database.put(
    'sections',
    plain(
      `{"section":"${section}","record":"${record}","name":"plan","epoch":1,"acts":{"read":true,"write":true,` +
        '"append":true},"authors":[{"client":1843112437,"principal":"asha","name":"Asha Patel","agency":"school"}],"stale":false,"held":true,"closed":[]}',
    ),
    section,
  );
  await database.put('projections', plain(JSON.stringify('{"title":"Okafor-Reid"}')), section);
  await database.add('base', { section, update: { format: 0, key: null, bytes: base64(baseUpdate) } });
  await database.add('outbox', edit('{"code":"held","detail":"old-epoch"}', 'Earlier'));
  await database.add('outbox', edit('null', 'Okafor-Reid'));
  database.close();
}
