import { startEmbeddedPostgres } from '@caseweave/embedded-postgres';
import type { DatabaseAddress } from '../database/database.ts';
import type { Settings } from './settings.ts';
import type { ProcessContext } from './process-context.ts';

/** The store that a command works on. */
export interface Store extends AsyncDisposable {
  readonly address: DatabaseAddress;
  /** Fails when the store goes away while it is needed. */
  readonly lost: Promise<never>;
}

/** Finds the PostgreSQL that the settings name, or starts the embedded one. */
export async function openStore({ databaseUrl, dataFolder }: Settings, say: ProcessContext['say']): Promise<Store> {
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
    address: postgres.connection,
    lost,
    [Symbol.asyncDispose]: () => postgres.stop(),
  };
}
