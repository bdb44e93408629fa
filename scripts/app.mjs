import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { runOnNode24 } from './node24.mjs';
import { root } from './workspace.mjs';

const app = join('examples', 'family-plan');

/** What the built app is made of: its own files, the packages it is built from, and the versions of all others. */
const ingredients = [
  ...['index.html', 'public', 'src', 'build', 'package.json', 'vite.config.ts'].map((name) => join(app, name)),
  ...['record', 'model', 'family', 'protocol', 'caseload', 'browser', 'react'].map((name) =>
    join('packages', name, 'src'),
  ),
  'pnpm-lock.yaml',
];

/** The folder of the built app. */
export const appFolder = join(root, app, 'dist');

/**
 * Builds the app, unless it was built before from the same sources.
 *
 * @returns {Promise<boolean>} Whether the built app is there; if not, the reason was printed.
 */
export const buildApp = async () => {
  const print = fingerprint(ingredients);
  if (isStamped('app', print) && existsSync(join(appFolder, 'index.html'))) return true;

  console.log('Building the app …');
  const vite = join(root, app, 'node_modules', 'vite', 'bin', 'vite.js');
  const code = await runOnNode24([vite, 'build', '--logLevel', 'warn'], { cwd: app });
  if (code !== 0) {
    console.error('The app was not built: see above.');
    return false;
  }
  stamp('app', print);
  return true;
};
