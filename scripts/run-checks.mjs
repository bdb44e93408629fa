import { join } from 'node:path';
import { install } from './install.mjs';
import { runOnNode24 } from './node24.mjs';
import { root } from './workspace.mjs';

const checks = /** @type {const} */ ([
  { what: 'types', program: 'typescript/bin/tsc', args: ['-b'] },
  { what: 'lint', program: 'oxlint/bin/oxlint', args: [] },
  { what: 'format', program: 'oxfmt/bin/oxfmt', args: ['--check'] },
  { what: 'unused code', program: 'knip/bin/knip.js', args: [] },
]);

/**
 * Checks types, lint, format and unused code; all four run, whatever the others say.
 *
 * @returns {Promise<readonly string[]>} What is not clean.
 */
export const runChecks = async () => {
  if (!install()) return ['installation'];
  /** @type {string[]} */
  const failed = [];
  for (const { what, program, args } of checks) {
    console.log(`\n${what}`);
    if ((await runOnNode24([join(root, 'node_modules', program), ...args])) !== 0) failed.push(what);
  }
  console.log(failed.length === 0 ? '\nAll clean.' : `\nNot clean: ${failed.join(', ')}.`);
  return failed;
};
