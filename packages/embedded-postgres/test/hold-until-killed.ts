// A process of its own that starts the embedded PostgreSQL on the folder it is given, writes a row, and waits to be killed.
import { Client } from 'pg';
import { startEmbeddedPostgres } from '@caseweave/embedded-postgres';

const postgres = await startEmbeddedPostgres({ dataFolder: process.argv[2] ?? '' });
const client = new Client(postgres.connection);
await client.connect();
await client.query("create table kept as select 'committed' as word");
process.stdout.write('ready');
