// `npm run real-typing -- <trace.json.gz> [url] [--stock]`: types a recorded text again, by two devices or two stock Yjs
// documents through a running server.
import { install } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

process.exitCode = install()
  ? await runOnNode24(['packages/trials/src/real-typing/main.ts', ...process.argv.slice(2)])
  : 1;
