import { sql } from 'kysely';
import { type DatabaseAddress, openDatabase } from '../database/database.ts';
import { startEmbeddedPostgres } from '../embedded-postgres/index.ts';
import { startServer } from '../http/start-server.ts';
import type { Surroundings } from './run.ts';
import { fillDemo } from './fill-demo.ts';
import type { Settings } from './settings.ts';

/** Starts the server and says where it is; the promise is done when it has stopped in good order. */
export async function startCommand(
  settings: Settings,
  { say, complain, report, stopped }: Surroundings,
): Promise<void> {
  const { port, host, app, origins, demo, issuer, families } = settings;
  await using store = await openStore(settings, say);
  await using server = await startServer({
    database: store.address,
    port,
    host,
    app,
    origins,
    demo,
    issuer,
    report,
    warn: complain,
    prepare: async (node) => {
      if (demo) await fillDemo(node, families, say);
    },
  });
  say(`Caseweave serves at ${server.url}`);
  if (!demo && issuer === undefined) complain('No issuer is set (CASEWEAVE_OIDC_ISSUER): no person can sign in.');
  if (demo) say('Sign in as any practitioner of the demo, for example early-help-1, school-1 or health-visitor-1.');
  await Promise.race([stopped, store.lost]);
  say('Stopping.');
}

interface Store extends AsyncDisposable {
  readonly address: DatabaseAddress;
  readonly lost: Promise<never>;
}

async function openStore({ databaseUrl, dataFolder }: Settings, say: Surroundings['say']): Promise<Store> {
  const { promise: lost, reject } = Promise.withResolvers<never>();
  // It is only waited for once the server serves.
  lost.catch(() => undefined);
  if (databaseUrl !== undefined)
    return { address: { url: databaseUrl }, lost, [Symbol.asyncDispose]: async () => undefined };
  const postgres = await startEmbeddedPostgres({
    dataFolder,
    onLost: () =>
      reject(new Error('The embedded PostgreSQL went away. Start again: nothing that was acknowledged is lost.')),
  });
  if (postgres.isAdopted) say('The store still ran after an end without warning, and is taken over as it is.');
  return {
    address: { ...postgres.connection, database: await ownDatabase(postgres.connection) },
    lost,
    [Symbol.asyncDispose]: () => postgres.stop(),
  };
}

const NAME = 'caseweave';

/** Our own database in the embedded PostgreSQL, made at the first start. */
async function ownDatabase(connection: {
  host: string;
  port: number;
  user: string;
  database: string;
}): Promise<string> {
  const server = openDatabase(connection, 1);
  try {
    const { rows } = await sql`select from pg_database where datname = ${NAME}`.execute(server.db);
    if (rows.length === 0) await sql`create database ${sql.id(NAME)}`.execute(server.db);
    return NAME;
  } finally {
    await server.close();
  }
}
