// `npm run import -- directory.json`: brings a directory into the store that the environment names.
import { resolve } from 'node:path';
import { install } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

// npm runs its scripts at the root; the file is named from where npm was called.
const from = process.env['INIT_CWD'] ?? process.cwd();
const args = process.argv.slice(2).map((arg) => (arg.startsWith('--') ? arg : resolve(from, arg)));

process.exitCode = install() ? await runOnNode24(['packages/early-help-server/src/main.ts', 'import', ...args]) : 1;
