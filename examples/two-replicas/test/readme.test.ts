import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const readmeFile = new URL('../../../README.md', import.meta.url);
// The folder of this example, where the packages that the code imports are found.
const cwd = fileURLToPath(new URL('..', import.meta.url));

test('the code of the README runs and prints what the README says', async () => {
  const readme = await readFile(readmeFile, 'utf8');
  const [, code = '', printed] = /```ts\n([\s\S]*?)```\s+It prints `([^`]+)`/.exec(readme) ?? [];
  const { stdout } = await run(
    process.execPath,
    ['--conditions=@caseweave/source', '--input-type=module-typescript', '--eval', code],
    { cwd },
  );

  expect(stdout.trim()).toBe(printed);
});
