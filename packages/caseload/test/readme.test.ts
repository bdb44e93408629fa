import { readFileSync } from 'node:fs';
import { manualClock, memoryDisk, memoryLocks, memoryTabs, seededRandom } from '@caseweave/caseload';
import { expect, test } from 'vitest';
import { nameTheJob } from './readme-example.ts';
import { device, settled } from './world/device.ts';
import { LoopbackAuthority, writing } from './world/loopback-authority.ts';
import { project, schemas } from './world/schemas.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the example of the README runs, and does what it says', async () => {
  const authority = new LoopbackAuthority();
  const record = authority.addRecord();
  authority.addSection(record, 'plan', { asha: writing, ben: writing });
  const ben = await device(authority, 'ben').openTab();
  const disk = memoryDisk();
  const shown: (string | null)[] = [];
  const run = () =>
    nameTheJob(
      {
        store: disk.store(),
        transport: authority.link('asha').transport,
        clock: manualClock(),
        random: seededRandom(2),
        locks: memoryLocks(),
        channel: memoryTabs()(),
        token: async () => ({ type: 'token', token: 'asha' }),
        schemas,
        project,
      },
      (title) => shown.push(title),
    );

  const first = await run();
  await settled();
  await first.close();
  const second = await run();
  await settled();

  expect(ben.records()[0]?.sections[0]?.projection).toEqual({ title: 'Okafor house' });
  expect(shown).toContain('Okafor house');
  expect(second.edits()).toEqual([]);
  await second.close();
  await ben.close();
});

test('the README shows the example that is tested', () => {
  expect(read('../README.md')).toContain(read('./readme-example.ts'));
});
