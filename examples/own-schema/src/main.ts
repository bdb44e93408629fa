/** Proves the laws of merging over the café's record, then catches a merge that is wrong, and draws it. */
import { writeFileSync } from 'node:fs';
import { checkLaws, failureWords, findBreach, reportPage, testSource } from '@caseweave/merge-laws';
import { jobs, lawOptions } from './jobs.ts';
import { wrongBoard } from './wrong-board.ts';

const { laws, runs, edits } = checkLaws(jobs, { ...lawOptions, runs: 100 });
console.log(`${laws.length} laws held over ${runs} histories of ${jobs.name}, ${edits} edits.\n`);

const checked = findBreach(wrongBoard, { seed: 1 });
if (checked.type === 'broken') {
  const { failure } = checked;
  const test = testSource(failure, {
    module: './wrong-board.ts',
    export: 'wrongBoard',
    isSchema: false,
    runner: 'vitest',
  });
  writeFileSync(process.argv[2] ?? 'wrong-board.html', reportPage(failure, wrongBoard, test));
  console.log(failureWords(failure, wrongBoard));
}
