// `npm run check`: types, lint, format and unused code; all four run, whatever the others say.
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

/** @type {string[]} */
const failed = [];
if (install()) {
  for (const { what, program, args } of checks) {
    console.log(`\n${what}`);
    if ((await runOnNode24([join(root, 'node_modules', program), ...args])) !== 0) failed.push(what);
  }
} else {
  failed.push('installation');
}
console.log(failed.length === 0 ? '\nAll clean.' : `\nNot clean: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
