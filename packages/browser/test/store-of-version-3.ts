import type { Scope } from '@caseweave/browser';
import { openDB } from 'idb';
import { nameOf, plain, record, section } from './store-of-version-1.ts';

/** Writes a database as version 3 of this package left it: all that a list needs of one record in one row. */
export async function storeOfVersion3(scope: Scope): Promise<void> {
  const database = await openDB(nameOf(scope), 3, {
    upgrade: (made) => {
      for (const name of ['device', 'lists', 'decisions']) made.createObjectStore(name);
      made.createObjectStore('base', { keyPath: 'row', autoIncrement: true }).createIndex('section', 'section');
      made.createObjectStore('outbox', { autoIncrement: true });
    },
  });
  await database.put(
    'device',
    plain(
      '{"device":"F-A5pIxqXzJMhyP9j14mHA","principal":{"id":"asha","name":"Asha Patel","agency":null},' +
        '"generation":"g1","leases":[1843112437]}',
    ),
    'device',
  );
  await database.put(
    'lists',
    plain(
      `{"record":{"record":"${record}","kind":"family","facts":"{}","pending":false},"sections":[{"section":"${section}",` +
        `"record":"${record}","name":"plan","epoch":1,"acts":{"read":true,"write":true,"append":true},"authors":[` +
        '{"client":1843112437,"principal":"asha","name":"Asha Patel","agency":null},' +
        '{"client":402915566,"principal":"ben","name":"Ben","agency":"Oak School"}],"projection":null,"stale":false,' +
        '"held":true,"closed":[],"pending":false}]}',
    ),
    record,
  );
  database.close();
}
