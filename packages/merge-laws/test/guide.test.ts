import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { failureWords, findBreach, type Law, type Subject } from '@caseweave/merge-laws';
import { expect, test } from 'vitest';
import { orderedTree } from './published/ordered-tree.ts';
import { todoStore } from './published/synced-store.ts';
import { yKeyValue } from './published/y-key-value.ts';

const run = promisify(execFile);
const cwd = fileURLToPath(new URL('..', import.meta.url));
const page = (path: string): Promise<string> => readFile(new URL(`../../../docs/${path}`, import.meta.url), 'utf8');

test('the code of the guide runs, and prints what the guide says', async () => {
  const guide = await page('guide/prove-your-merges.md');
  const printed = await Promise.all(
    [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(async ([, code = '']) => {
      const args = ['--conditions=@caseweave/source', '--input-type=module-typescript', '--eval', code];
      return (await run(process.execPath, args, { cwd })).stdout;
    }),
  );
  const [told = ''] = /```text\n([\s\S]*?)```/.exec(guide)?.slice(1) ?? [];

  expect(printed[0]?.trim()).toBe('10 laws held over 100 histories');
  expect(printed[1]).toContain(told.trim());
});

test.each<readonly [string, Law, Subject]>([
  ['y-utility', 2, yKeyValue],
  ['y-utility', 3, yKeyValue],
  ['y-utility', 8, yKeyValue],
  ['yjs-orderedtree', 1, orderedTree],
  ['SyncedStore', 2, todoStore],
  ['SyncedStore', 3, todoStore],
])('what is told of %s and law %i is what the kit finds', async (_, law, subject) => {
  const findings = await page('reference/merge-laws-findings.md');
  const checked = findBreach(subject, { runs: 3_000, seed: 1, laws: [law] });
  if (checked.type !== 'broken') throw new Error('nothing was found');
  const told = failureWords(checked.failure, subject);

  expect(findings).toContain(told.slice(told.indexOf('Then:'), told.indexOf('\n\nFound in')));
});
