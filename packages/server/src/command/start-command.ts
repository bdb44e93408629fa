import { startServer } from '../http/start-server.ts';
import type { Surroundings } from './surroundings.ts';
import { fillDemo } from './fill-demo.ts';
import { openStore } from './open-store.ts';
import { readOperations } from './read-operations.ts';
import type { Settings } from './settings.ts';

/** Starts the server and says where it is; the promise is done when it has stopped in good order. */
export async function startCommand(
  settings: Settings,
  { say, complain, report, stopped }: Surroundings,
): Promise<void> {
  const { port, host, app, origins, demo, issuer, families } = settings;
  const { production, operationFiles, anyOperation = !production } = settings.graphql;
  const operations = await readOperations(operationFiles);
  await using store = await openStore(settings, say);
  await using server = await startServer({
    database: store.address,
    port,
    host,
    app,
    origins,
    demo,
    issuer,
    graphql: { production, operations, anyOperation },
    report,
    warn: complain,
    prepare: async (node) => {
      if (demo) await fillDemo(node, families, say);
    },
  });
  say(`Caseweave serves at ${server.url}`);
  if (!demo && issuer === undefined) complain('No issuer is set (CASEWEAVE_OIDC_ISSUER): no person can sign in.');
  if (!anyOperation && operations.size === 0) {
    complain(
      'In production GraphQL takes listed operations alone, and none is listed: name their files in CASEWEAVE_OPERATIONS, or set CASEWEAVE_ANY_OPERATION=1.',
    );
  }
  if (demo) say('Sign in as any practitioner of the demo, for example early-help-1, school-1 or health-visitor-1.');
  await Promise.race([stopped, store.lost]);
  say('Stopping.');
}
