import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

test('the example keeps both texts, asks about both dates, and has no question left once one is settled', async () => {
  const { stdout } = await run(process.execPath, ['--conditions=@caseweave/source', main]);

  expect(stdout).toContain('Tobi likes his new school. ');
  expect(stdout).toContain('Mum starts work at seven. ');
  expect(stdout).toContain("status: 'in_progress'");
  expect(stdout).toMatch(/Asha: .*1 December 2026|Asha: .*2026-12-01/);
  expect(stdout).toMatch(/Jo: .*15 December 2026|Jo: .*2026-12-15/);
  expect(stdout.trimEnd().endsWith('Open questions: 0')).toBe(true);
});
