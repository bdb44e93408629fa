import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { node24 } from './node24.mjs';
import { members, root } from './workspace.mjs';

const pnpm = 'pnpm@12.21.0';

/**
 * Installs what the lock file says, unless that was done before and neither lock nor manifests have changed since.
 *
 * @returns {boolean} Whether everything is installed; if not, the reason was printed.
 */
export const install = () => {
  const manifests = members().map((folder) => join(folder, 'package.json'));
  const print = fingerprint(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests]);
  if (isStamped('install', print) && everyFolderIsThere()) return true;

  console.log('Installing (this takes a minute the first time) …');
  // What the lock file holds was old enough when it was taken in: no need to ask the registry again for every date.
  const as = ['--frozen-lockfile', '--prefer-offline', '--config.minimum-release-age=0'];
  const { status, error } = spawnSync('npx', ['--yes', pnpm, 'install', ...as], {
    cwd: root,
    stdio: 'inherit',
    // Without a terminal pnpm must not stop to ask whether it may replace an older node_modules.
    env: { ...process.env, CI: 'true' },
  });
  if (status !== 0 || !existsSync(node24)) {
    console.error(`The installation failed${error ? `: ${error.message}` : ''}. Is the package registry reachable?`);
    return false;
  }
  stamp('install', print);
  return true;
};

const everyFolderIsThere = () =>
  existsSync(node24) && members().every((folder) => existsSync(join(root, folder, 'node_modules')));
