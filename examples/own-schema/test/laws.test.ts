import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checkLaws, findBreach } from '@caseweave/merge-laws';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobs, lawOptions } from '../src/jobs.ts';
import { wrongBoard } from '../src/wrong-board.ts';

const run = promisify(execFile);
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

test('merging the jobs of the café keeps the ten laws', () => {
  const { laws } = checkLaws(jobs, { ...lawOptions, runs: fc.readConfigureGlobal().numRuns ?? 100 });

  expect(laws).toHaveLength(10);
});

test('the board that is written back whole loses a name when two people sign in at once', () => {
  const checked = findBreach(wrongBoard, { seed: 1 });

  expect(checked).toMatchObject({ type: 'broken', failure: { breach: { law: 2, path: 'helpers' } } });
  expect(checked.type === 'broken' && checked.failure.history.steps).toHaveLength(2);
});

test('the example proves the one, and draws the other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'own-schema-'));
  const page = join(folder, 'board.html');
  try {
    const { stdout } = await run(process.execPath, ['--conditions=@caseweave/source', main, page]);

    expect(stdout).toContain('10 laws held over 100 histories of jobs');
    expect(stdout).toContain('board breaks law 2, nothing lost');
    expect(await readFile(page, 'utf8')).toContain('<svg');
  } finally {
    await rm(folder, { recursive: true });
  }
});
