import { randomBytes } from 'node:crypto';
import type { Model } from '@caseweave/model';
import { recordIdFrom } from '@caseweave/protocol';
import { issueToken, type RunningServer, type ServerOptions, startServer } from '@caseweave/server';
import { type Kept, TestDevice } from '@caseweave/testing';
import { testRepairs } from '../models/repairs/test-repairs.ts';

/** A server of repairs that says what its start does, and what fails. */
export async function startRepairs(options: Omit<ServerOptions, 'model'> & { readonly model?: Model }) {
  const said: string[] = [];
  const failures: string[] = [];
  const server = await startServer({
    model: testRepairs.model,
    tell: (words) => said.push(words),
    report: (where) => failures.push(where),
    ...options,
  });
  return { server, said, failures, [Symbol.asyncDispose]: () => server.close() };
}

/** A name for an authority of a test's own. */
export const newAuthority = (): string => `a-${recordIdFrom(randomBytes(16))}`;

/** Signs somebody in and connects a device of theirs. */
export async function connect({ node, url }: RunningServer, who: string, kept?: Kept): Promise<TestDevice> {
  const { token } = await issueToken(node.authority, who, node.now());
  return TestDevice.connect(url, token, kept);
}

/** The names of the sections that a device has. */
export const namesOf = (device: TestDevice): readonly string[] =>
  [...device.headers.values()].map(({ name }) => name).toSorted();
