import { issueToken } from '@caseweave/server';
import { afterAll, beforeAll, expect } from 'vitest';
import { startPostgres } from '@caseweave/testing';
import { testEarlyHelp } from '../models/early-help/test-early-help.ts';
import { startFilled } from '../sync/test-authority.ts';

type Filled = Awaited<ReturnType<typeof startFamilies>>;

/** Families of early help, each with one child. */
async function startFamilies(address: Parameters<typeof startFilled>[0], families: number) {
  const it = await startFilled(address, families, Date.now, testEarlyHelp);
  const ids = it.filled.map(({ record, linked }) => ({ family: record, child: linked }));
  return { ...it, family: it.record, child: it.linked, ids };
}

/** An answer of the endpoint. */
export interface Told<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** A real server for a test file: people of several agencies around families, asked over HTTP. */
export function useServer(families = 1) {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let filled: Filled;
  beforeAll(async () => {
    postgres = await startPostgres();
    filled = await startFamilies(postgres.address, families);
  }, 60_000);
  afterAll(async () => {
    await filled.server.close();
    await postgres.close();
    // Nothing failed unseen.
    expect(filled.failures).toEqual([]);
  });
  const tokenOf = async (who: string, life?: number) =>
    (await issueToken(filled.server.node.authority, who, filled.server.node.now(), life)).token;
  const send = async (
    who: string,
    query: string,
    variables: object,
    more: Record<string, string> = {},
    life?: number,
  ) =>
    fetch(`${filled.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(who, life)}`, ...more },
      body: JSON.stringify({ query, variables }),
    });
  return {
    get filled(): Filled {
      return filled;
    },
    get address() {
      return postgres.address;
    },
    send,
    tokenFor: (who: string) => tokenOf(who),
    async text(who: string, query: string, variables: object = {}): Promise<string> {
      return (await send(who, query, variables)).text();
    },
    async ask<Data>(who: string, query: string, variables: object = {}): Promise<Told<Data>> {
      return (await (await send(who, query, variables)).json()) as Told<Data>;
    },
  };
}
