import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startServer } from '@caseweave/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { served } from '../models/served.ts';
import { connect, startFilled, startPostgres } from '../sync/test-authority.ts';
import { stockClients } from './stock-client.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
const stock = stockClients();

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(async () => {
  stock.closeAll();
  await postgres.close();
});

/** A server in a process of its own, which can be killed, on a port that it gets again. */
async function startChild(authority: string, port: number) {
  const script = new URL('../sync/serve-child.ts', import.meta.url).pathname;
  const settings = JSON.stringify({ database: postgres.address, authority, port });
  const child = spawn(process.execPath, ['--conditions=@caseweave/source', script, settings], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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

test('[Y5] a server that is killed while stock clients type loses nothing that others have seen, and doubles nothing', async () => {
  const it = await startFilled(postgres.address);
  const authority = it.server.node.authority.id;
  const device = await connect(it.server, 'lead');
  const { section } = device.header(it.record, served.names.plan);
  await it.server.close();

  let child = await startChild(authority, 0);
  const port = Number(new URL(child.url).port);
  const one = stock.openWith(child.url, child.token, section);
  const two = stock.openWith(child.url, child.token, section);
  await Promise.all([one.synced(), two.synced()]);
  const seen = new Set<string>();
  const note = () => {
    for (const word of two.story.toJSON().match(/<\d+>/g) ?? []) seen.add(word);
  };
  two.doc.on('update', note);
  let typed = 0;
  for (const _ of [1, 2]) {
    const first = typed;
    for (let turn = 0; turn < 30; turn += 1) one.story.insert(0, `<${(typed += 1)}>`);
    // Some are with others by now, some are on their way.
    await two.until(() => two.story.toJSON().includes(`<${first + 5}>`));
    await child.kill();
    for (let turn = 0; turn < 5; turn += 1) one.story.insert(0, `<${(typed += 1)}>`);
    two.story.insert(0, `<${(typed += 1)}>`);
    child = await startChild(authority, port);
  }
  const all = Array.from({ length: typed }, (_, at) => `<${at + 1}>`);
  const hasAll = (text: string) => text.length === all.join('').length && all.every((word) => text.includes(word));
  await Promise.all([one.until(() => hasAll(one.story.toJSON())), two.until(() => hasAll(two.story.toJSON()))]);
  await child.kill();

  await using server = await startServer({ model: served.model, database: postgres.address, authority });
  const last = await connect(server, 'lead');
  const story = served.storyOf(last, it.record);
  for (const word of seen) expect(story).toContain(word);
  expect(story).toBe(one.story.toJSON());
  expect(one.closed ?? two.closed).toBeUndefined();
});
