import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { root } from './workspace.mjs';

/** The Node.js 24 of the development dependency `node`; the one that runs this script may be older. */
export const node24 = join(root, 'node_modules', 'node', 'bin', 'node');

/**
 * Runs a program on Node.js 24 with the workspace's sources, and waits for its end.
 *
 * Signals are handed on: Ctrl-C in a terminal therefore reaches the program twice, and it must not mind.
 * The channel tells the program when this process dies without a word (`process.on('disconnect')`).
 *
 * @param {readonly string[]} args The program's file and its arguments.
 * @param {{ readonly cwd?: string }} [options] Where it runs, relative to the root.
 * @returns {Promise<number>} The exit code; 128 and the signal's number if a signal ended it.
 */
export const runOnNode24 = (args, { cwd = '.' } = {}) =>
  new Promise((resolve) => {
    const child = spawn(node24, ['--conditions=@caseweave/source', ...args], {
      cwd: join(root, cwd),
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    /** @param {NodeJS.Signals} signal */
    const handOn = (signal) => child.kill(signal);
    const stopWatching = watchForDeathOfNpm(() => handOn('SIGTERM'));
    for (const signal of handedOn) process.on(signal, handOn);

    /** @param {number} code */
    const end = (code) => {
      stopWatching();
      for (const signal of handedOn) process.off(signal, handOn);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`Node.js 24 did not start: ${error.message}`);
      end(1);
    });
    child.on('exit', (code, signal) => end(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });

const handedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Under `npm start`, a killed npm leaves its scripts running and the port taken: this notices. The script begins with
 * `exec`, so that npm is the parent, and not a shell in between that lives on.
 *
 * @param {() => void} onDeath
 * @returns {() => void} Ends the watch.
 */
const watchForDeathOfNpm = (onDeath) => {
  if (process.env['npm_lifecycle_event'] === undefined) return () => {};
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onDeath();
  }, 500);
  return () => clearInterval(watch);
};
