import { resolve } from 'node:path';
import type { Extras } from '@caseweave/graphql';
import { type ServerOptions, startServer } from '../http/start-server.ts';
import type { Command, Given } from './command.ts';
import { readOperations } from './read-operations.ts';
import { type CarriesOver, readyStore } from './ready-store.ts';
import { readRightsFile } from './read-rights-file.ts';
import { readSettings, type Settings } from './settings.ts';

/** What a program serves beyond what the settings ask for. */
export interface Serving extends Pick<ServerOptions, 'model' | 'demo' | 'prepare'> {
  /** What the domain has in its API beside what follows from its model. */
  readonly extras?: Extras | undefined;
  /** How a store of before this server ran any model is carried over; without it such a store is refused. */
  readonly carriesOver?: CarriesOver | undefined;
  /** Said once it serves. */
  readonly hint?: string | undefined;
}

/**
 * Makes the command `start`, which serves until it is asked to stop and ends in good order.
 *
 * @param options - its own options beside `--app <folder>`; each takes a value
 */
export function startCommand(
  options: readonly string[],
  serving: (given: Given, settings: Settings) => Promise<Serving> | Serving,
): Command {
  return {
    options: ['app', ...options],
    async run(given) {
      const { env, say, complain, report, stopped } = given;
      const settings = readSettings(env);
      const { hint, carriesOver, extras, ...served } = await serving(given, settings);
      const { port, host, origins, issuer } = settings;
      const { production, operationFiles, anyOperation = !production } = settings.graphql;
      const operations = await readOperations(operationFiles);
      const rights = await readRightsFile(served.model, settings.rightsFile);
      const app = given.options['app'];
      await using store = await readyStore(settings, say, carriesOver);
      await using server = await startServer({
        ...served,
        ...(carriesOver !== undefined && { carryOver: carriesOver.carryOver }),
        rights,
        database: store.address,
        port,
        host,
        app: app === undefined ? undefined : resolve(app),
        origins,
        issuer,
        graphql: { production, operations, anyOperation, ...(extras !== undefined && { extras }) },
        report,
        warn: complain,
        tell: say,
      });
      say(`Caseweave serves at ${server.url}`);
      if (served.demo === undefined && issuer === undefined)
        complain('No issuer is set (CASEWEAVE_OIDC_ISSUER): no person can sign in.');
      if (!anyOperation && operations.size === 0) {
        complain(
          'In production GraphQL takes listed operations alone, and none is listed: name their files in CASEWEAVE_OPERATIONS, or set CASEWEAVE_ANY_OPERATION=1.',
        );
      }
      if (hint !== undefined) say(hint);
      await Promise.race([stopped, store.lost]);
      say('Stopping.');
    },
  };
}
