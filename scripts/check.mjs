// `npm run check`: types, lint, format and unused code.
import { runChecks } from './run-checks.mjs';

const failed = await runChecks();
process.exitCode = failed.length === 0 ? 0 : 1;
