import { randomBytes } from 'node:crypto';
import { recordIdFrom } from '@caseweave/protocol';
import { issueToken } from '@caseweave/server';
import { startPostgres } from '@caseweave/testing';
import { type JobFacts, plainHome } from '../models/repairs/facts.ts';
import { testRepairs } from '../models/repairs/test-repairs.ts';
import { newAuthority, startRepairs } from '../start/start-repairs.ts';
import { EventStream } from './event-stream.ts';
import type { Told } from './service-authority.ts';

/** A job, and the home that it is done at. */
export interface AddedJob {
  readonly job: string;
  readonly home: string;
}

/** A job to add: what is decided about it, and to whom its home is closed. */
export type JobToAdd = Partial<JobFacts> & { readonly closedTo?: readonly string[] };

/** A real server of the small model with its people, asked over HTTP. */
export async function askRepairs() {
  const postgres = await startPostgres();
  const { server, failures } = await startRepairs({ database: postgres.address, authority: newAuthority() });
  const { node, url } = server;
  await testRepairs.fill(node, 0);
  const post = async (who: string, query: string, variables: object, more: Record<string, string> = {}) => {
    const { token } = await issueToken(node.authority, who, node.now());
    return fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...more },
      body: JSON.stringify({ query, variables }),
    });
  };
  return {
    node,
    failures,
    async add(all: readonly JobToAdd[]): Promise<readonly AddedJob[]> {
      const added = all.map((facts) => ({ job: newId(), home: newId(), facts }));
      const adopted = added.flatMap(({ job, home, facts: { closedTo = [], ...facts } }) => [
        { record: home, kind: 'home', facts: { ...plainHome, barred: closedTo } },
        { record: job, kind: 'job', facts: { ...empty, ...facts, homes: [home] } },
      ]);
      await node.decisions.adopt(adopted, node.now());
      return added;
    },
    ask: async <Data>(who: string, query: string, variables: object = {}): Promise<Told<Data>> =>
      (await (await post(who, query, variables)).json()) as Told<Data>,
    listen: async <Event>(who: string, query: string, variables: object = {}): Promise<EventStream<Event>> =>
      new EventStream<Event>(await post(who, query, variables, { accept: 'text/event-stream' })),
    async close() {
      await server.close();
      await postgres.close();
    },
  };
}

const empty: JobFacts = { officer: null, district: null, workers: [], named: [], barred: [], homes: [] };

const newId = () => recordIdFrom(randomBytes(16));
