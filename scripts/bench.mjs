// `npm run bench [-- suite …]`: measures what Caseweave costs beside peers and the raw floor, and keeps the figures.
import { install } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

process.exitCode = install() ? await runOnNode24(['benchmarks/src/main.ts', ...process.argv.slice(2)]) : 1;
// What was measured is in the reference at once.
if (process.exitCode === 0) process.exitCode = await runOnNode24(['docs/src/main.ts']);
