// `npm test`: installs, builds the app and runs every test; the last line says how many passed and failed.
// Arguments go on to vitest: `npm test -- --project record`.
import { runTests, tell } from './run-tests.mjs';

tell(await runTests(process.argv.slice(2)));
