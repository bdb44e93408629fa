import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { endpointOf } from './ask.ts';
import { smallTown } from './repairs/small-town.ts';

/** What a server may do, and ours does not: it takes operations by POST alone, since addresses end in logs. */
const otherwise = [
  'notice: MAY accept application/x-www-form-urlencoded formatted GET requests',
  'notice: MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'notice: MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
];

test('[G31] the audit of GraphQL over HTTP is passed', async () => {
  const endpoint = endpointOf(smallTown(), { production: false });
  const audits = serverAudits({
    url: () => 'https://server.example.org/graphql',
    // Whoever asks is signed in, and says that a script asks and not a form: without, nothing is read at all.
    fetchFn: (url: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', 'Bearer olive');
      headers.set('x-graphql-yoga-csrf', '1');
      return endpoint.fetch(new Request(url, { ...init, headers }));
    },
  });
  const results = await Promise.all(audits.map(async (audit) => ({ name: audit.name, result: await audit.fn() })));
  expect(results.length).toBeGreaterThan(50);
  expect(
    results.filter(({ result }) => result.status !== 'ok').map(({ name, result }) => `${result.status}: ${name}`),
  ).toEqual(otherwise);
});
