import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '@caseweave/server';
import { served } from '../models/served.ts';
import { connect, startFilled, startPostgres } from './test-authority.ts';
import { TestDevice } from '@caseweave/testing';

let postgres: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(() => postgres.close());

/** A server in a process of its own, which can be killed. */
async function startChild(authority: string) {
  const script = new URL('./serve-child.ts', import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    ['--conditions=@caseweave/source', script, JSON.stringify({ database: postgres.address, authority })],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url, token } = JSON.parse(line.toString()) as { url: string; token: string };
  return {
    url,
    token,
    async kill() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

test('[S6] a server that is killed while devices push loses nothing acknowledged and doubles nothing', async () => {
  const it = await startFilled(postgres.address);
  const authority = it.server.node.authority.id;
  await it.server.close();

  const batches: { batch: number; part: ReturnType<TestDevice['write']> }[] = [];
  const acknowledged = new Set<number>();
  let kept: TestDevice['kept'] | undefined;
  let device: TestDevice | undefined;
  // Killed twice in the middle of pushing, each time with batches on their way.
  for (const round of [0, 1]) {
    const child = await startChild(authority);
    const back: TestDevice = await TestDevice.connect(child.url, child.token, kept);
    if (device === undefined) device = back;
    const writer = device;
    // What had no answer is sent again, with the same bytes under the same numbers.
    const waiting = batches.filter(({ batch }) => !acknowledged.has(batch));
    for (const { batch, part } of waiting)
      if ((await back.push([part], batch)).type === 'taken') acknowledged.add(batch);
    for (let turn = 0; turn < 20; turn += 1) {
      const batch = batches.length + 1;
      const part = served.story(writer, it.record, `<${batch}>`);
      batches.push({ batch, part });
      if (turn < 14) {
        if ((await back.push([part], batch)).type === 'taken') acknowledged.add(batch);
      } else back.say({ type: 'push', batch, parts: [part] });
    }
    kept = { device: writer.welcome.device, cursor: null };
    expect(acknowledged.size).toBeGreaterThanOrEqual(14 * (round + 1));
    await child.kill();
    for (const message of back.heard)
      if (message.type === 'outcome' && message.result.type === 'taken') acknowledged.add(message.batch);
  }

  await using server = await startServer({ model: served.model, database: postgres.address, authority });
  const last = await connect(server, 'lead', kept);
  const story = served.storyOf(last, it.record);
  for (const batch of acknowledged) expect(story.split(`<${batch}>`).length - 1).toBe(1);
  for (const { batch, part } of batches) expect(await last.push([part], batch)).toEqual({ type: 'taken' });
  const { rows } = await sql<{ rows: number; batches: number }>`
    select count(*) as rows, count(distinct batch) as batches from log where authority = ${authority}`.execute(
    server.node.database.db,
  );
  expect(rows).toEqual([{ rows: 40, batches: 40 }]);
});
