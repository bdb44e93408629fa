import { decisionCommands } from './decision-commands.ts';
import { firstTables } from './first-tables.ts';
import { identities } from './identities.ts';
import { importedRows } from './imported-rows.ts';
import { lapsedRights } from './lapsed-rights.ts';
import { quotas } from './quotas.ts';
import { serviceClients } from './service-clients.ts';
import { stockClients } from './stock-clients.ts';

/** What brings a store from each version to the next, in order. Only ever appended to. */
export const migrations: readonly string[] = [
  firstTables,
  lapsedRights,
  identities,
  serviceClients,
  stockClients,
  decisionCommands,
  importedRows,
  quotas,
];
