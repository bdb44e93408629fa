// `npm run laws -- [--runs N] [--seed S] …`: long campaigns of the ten laws of merging over every schema of the project.
import { install } from './install.mjs';
import { runOnNode24 } from './node24.mjs';

const modules = [
  'packages/trials/src/laws/family-sections.ts',
  'packages/merge-laws/test/fixtures.ts',
  'examples/own-schema/src/jobs.ts',
  'examples/repairs/src/model.ts',
];
const given = process.argv.slice(2);
const runs = given.includes('--runs') ? [] : ['--runs', '10000'];

process.exitCode = install()
  ? await runOnNode24(['packages/merge-laws/src/command/main.ts', ...modules, ...runs, ...given])
  : 1;
