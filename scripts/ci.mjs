// `.ci/run`: `npm run check`, then `npm test`; each check that is not clean counts as a failure in the last line.
import { runChecks } from './run-checks.mjs';
import { runTests, tell } from './run-tests.mjs';

const unclean = await runChecks();
const counted = await runTests(process.argv.slice(2));
tell({ ...counted, failed: counted.failed + unclean.length });
