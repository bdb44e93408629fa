import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './workspace.mjs';

/**
 * A hash over the names and contents of files and of whole folders; what does not exist is left out.
 *
 * @param {readonly string[]} paths Relative to the root of the repository.
 * @returns {string}
 */
export const fingerprint = (paths) => {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const path of paths.flatMap(filesUnder).toSorted()) {
    hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
};

/**
 * Whether the step of this name was last finished with this fingerprint.
 *
 * @param {string} step
 * @param {string} print
 */
export const isStamped = (step, print) =>
  existsSync(stampFile(step)) && readFileSync(stampFile(step), 'utf8') === print;

/**
 * Notes that the step of this name is finished, so that the next run may skip it.
 *
 * @param {string} step
 * @param {string} print
 */
export const stamp = (step, print) => {
  mkdirSync(dirname(stampFile(step)), { recursive: true });
  writeFileSync(stampFile(step), print);
};

/** @param {string} step */
const stampFile = (step) => join(root, 'node_modules', '.cache', 'caseweave', `${step}.stamp`);

/**
 * @param {string} path
 * @returns {string[]}
 */
const filesUnder = (path) => {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [path];
  return readdirSync(absolute).flatMap((name) => (name === 'node_modules' ? [] : filesUnder(join(path, name))));
};
