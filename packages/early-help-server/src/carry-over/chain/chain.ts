import { decisionCommands } from './decision-commands.ts';
import { firstTables } from './first-tables.ts';
import { identities } from './identities.ts';
import { importedRows } from './imported-rows.ts';
import { lapsedRights } from './lapsed-rights.ts';
import { quotas } from './quotas.ts';
import { serviceClients } from './service-clients.ts';
import { stockClients } from './stock-clients.ts';

/**
 * What brought a store from each version to the next while the server was one for early help alone, in order: the first
 * makes version 1, the last version 8. It is closed: what comes later is the server's.
 */
export const chain: readonly string[] = [
  firstTables,
  lapsedRights,
  identities,
  serviceClients,
  stockClients,
  decisionCommands,
  importedRows,
  quotas,
];
