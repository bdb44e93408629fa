import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repairs } from '../models/repairs/repairs.ts';
import { run, startCommand } from '@caseweave/server/command';

test('[S17] a start on a data folder that cannot be written names the settings that help', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'command-'));
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  const complained: string[] = [];

  const code = await run({ start: startCommand([], () => ({ model: repairs })) }, ['start'], {
    env: { CASEWEAVE_DATA: join(file, 'data'), PORT: '0' },
    say: () => undefined,
    complain: (words) => complained.push(words),
    report: () => undefined,
    stopped: Promise.resolve(),
  });

  await rm(folder, { recursive: true });
  expect(code).toBe(1);
  expect(complained).toEqual([
    `The data folder ${join(file, 'data')} cannot be written. Make it writable, or name another one. ` +
      'CASEWEAVE_DATA names the data folder, CASEWEAVE_DATABASE_URL a PostgreSQL of your own.',
  ]);
});
