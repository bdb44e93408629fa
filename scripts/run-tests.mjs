import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './app.mjs';
import { install } from './install.mjs';
import { runOnNode24 } from './node24.mjs';
import { root } from './workspace.mjs';

const report = join(root, 'node_modules', '.cache', 'caseweave', 'tests.json');

/**
 * What came of a run.
 *
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counted
 */

/**
 * Installs, builds the app and runs every test.
 *
 * @param {readonly string[]} args For vitest, such as `--project record`.
 * @returns {Promise<Counted>}
 */
export const runTests = async (args) => {
  if (!install()) return { passed: 0, failed: 1, skipped: 0 };
  const isBuilt = await buildApp();

  rmSync(report, { force: true });
  const code = await runOnNode24([
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  const counted = count(code);
  return isBuilt ? counted : { ...counted, failed: counted.failed + 1 };
};

/**
 * Counts from vitest's report. A file that could not be loaded has no tests in it, and an error outside any test belongs
 * to none: each counts as a failure, and so does a run in which nothing was tested.
 *
 * @param {number} code
 * @returns {Counted}
 */
const count = (code) => {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readReport();
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = numFailedTests + brokenFiles.length;
  const unexplained = failed === 0 && (code !== 0 || numPassedTests === 0) ? 1 : 0;
  return { passed: numPassedTests, failed: failed + unexplained, skipped: numPendingTests + numTodoTests };
};

/**
 * What is read of vitest's report.
 *
 * @typedef {{
 *   readonly numPassedTests: number,
 *   readonly numFailedTests: number,
 *   readonly numPendingTests: number,
 *   readonly numTodoTests: number,
 *   readonly testResults: readonly FileResult[],
 * }} Report
 * @typedef {{ readonly status: string, readonly assertionResults: readonly TestResult[] }} FileResult
 * @typedef {{ readonly status: string }} TestResult
 */

/** @returns {Report} */
const readReport = () => {
  try {
    return /** @type {Report} */ (JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    // No report: vitest itself did not start, and has said why.
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
};

/**
 * Says as the last line how many passed and failed, and lets the process end accordingly.
 *
 * @param {Counted} counted
 */
export const tell = ({ passed, failed, skipped }) => {
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
};
