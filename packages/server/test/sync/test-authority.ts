import { randomBytes } from 'node:crypto';
import { recordIdFrom } from '@caseweave/protocol';
import { issueToken, startServer, type RunningServer } from '@caseweave/server';
import { type Kept, TestDevice } from '@caseweave/testing';
import { served } from '../models/served.ts';
import type { Change, Filled } from '../models/test-model.ts';

export { startPostgres } from '@caseweave/testing';

export const newRecordId = () => recordIdFrom(randomBytes(16));

/** Signs somebody in and connects a device of theirs. */
export async function connect(server: RunningServer, principal: string, kept?: Kept): Promise<TestDevice> {
  const { token } = await issueToken(server.node.authority, principal, server.node.now());
  return TestDevice.connect(server.url, token, kept);
}

/** A server whose authority has records that people work on; the first of them at hand. */
export interface FilledServer extends Filled, AsyncDisposable {
  readonly server: RunningServer;
  readonly filled: readonly Filled[];
  readonly failures: unknown[];
}

/** A server over an authority of its own in a PostgreSQL, filled; closing it checks that nothing failed unseen. */
export async function startFilled(
  address: Parameters<typeof startServer>[0]['database'],
  records = 1,
  now: () => number = Date.now,
  { model, fill } = served,
): Promise<FilledServer> {
  const failures: unknown[] = [];
  const server = await startServer({
    model,
    database: address,
    authority: `a-${newRecordId()}`,
    now,
    report: (_, error) => failures.push(error),
  });
  const filled = await fill(server.node, records);
  const [first] = filled;
  if (first === undefined) throw new Error('An authority without records is no use here.');
  return { server, ...first, filled, failures, [Symbol.asyncDispose]: () => server.close() };
}

/** Another node of the same authority. */
export const startAnother = ({ server: { node } }: FilledServer, address: Address) =>
  startServer({ model: served.model, database: address, authority: node.authority.id, now: node.now });

type Address = Parameters<typeof startServer>[0]['database'];

/** Decides something about a record, as whoever runs the authority. */
export async function decide(
  { server: { node }, record }: FilledServer,
  change: Change,
  at = node.now(),
): Promise<void> {
  const outcome = await node.decisions.decide(served.command(record, change), at);
  if (outcome.type !== 'decided') throw new Error(`It was not decided: ${JSON.stringify(outcome)}.`);
}
