// `npm run reset`: empties the embedded store.
import { install } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

process.exitCode = install()
  ? await runOnNode24(['packages/early-help-server/src/main.ts', 'reset', ...process.argv.slice(2)])
  : 1;
