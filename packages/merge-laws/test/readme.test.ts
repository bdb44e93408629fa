import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const cwd = fileURLToPath(new URL('..', import.meta.url));

test('the code of the README runs, and the laws hold', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const { stdout } = await run(
    process.execPath,
    ['--conditions=@caseweave/source', '--input-type=module-typescript', '--eval', code],
    { cwd },
  );

  expect(stdout.trim()).toBe('10 laws held over 200 histories');
});
