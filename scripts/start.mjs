// `npm start`: installs, builds the app and runs the server with its embedded store; each step only if it is needed.
// Arguments go on to the server: `npm start -- --families 400`.
import { appFolder, buildApp } from './app.mjs';
import { install } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

const ready = install() && (await buildApp());

process.exitCode = ready
  ? await runOnNode24(['packages/early-help-server/src/main.ts', 'start', '--app', appFolder, ...process.argv.slice(2)])
  : 1;
