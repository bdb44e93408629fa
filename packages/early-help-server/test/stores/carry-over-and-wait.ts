import { carryOver } from '@caseweave/early-help-server';
import { type DatabaseAddress, migrate, openDatabase } from '@caseweave/server';

// Carries a store over, says when everything is done but committed, and waits to be killed.
const address = JSON.parse(process.argv[2] ?? '') as DatabaseAddress;
await migrate(openDatabase(address, 1).db, async (carrying) => {
  await carryOver()(carrying);
  process.stdout.write('carried over');
  await new Promise((never) => setTimeout(never, 600_000));
});
