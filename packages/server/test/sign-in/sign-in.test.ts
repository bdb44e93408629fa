import { earlyHelp } from '@caseweave/family';
import { CLOSE } from '@caseweave/protocol';
import { type RunningServer, StartFailure, startServer } from '@caseweave/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../../src/command/settings.ts';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { TestDevice } from '@caseweave/testing';
import { newRecordId } from '../sync/test-authority.ts';
import { TestIssuer } from './test-issuer.ts';
import { familyFacts, putPlaces, putPrincipals } from '../models/early-help/authority.ts';

let postgres: TestPostgres;
let server: RunningServer;
let issuer: TestIssuer;

beforeAll(async () => {
  postgres = await startPostgres();
  issuer = await TestIssuer.start();
  server = await startServer({ model: earlyHelp, database: postgres.address, issuer: settings() });
  await register(server);
});

afterAll(async () => {
  await server.close();
  await issuer.down();
  await postgres.close();
});

const settings = () => ({
  issuer: issuer.url,
  audience: 'plans',
  page: { clientId: 'family-plan', scope: 'openid offline_access', resource: null },
});

async function register({ node }: RunningServer) {
  await putPlaces(node, [{ id: 'east', name: 'East' }], []);
  const person = (id: string, role: 'lead' | 'manager' = 'lead') =>
    ({
      id,
      kind: 'practitioner',
      name: `Name of ${id}`,
      agency: null,
      hub: 'east',
      roles: [role],
      identity: { issuer: issuer.url, subject: `subject of ${id}` },
    }) as const;
  await putPrincipals(node, [person('jo'), person('sam'), person('max', 'manager')]);
  await node.decisions.adopt([familyFacts({ record: newRecordId(), hub: 'east' }, 0)], 0);
}

const tokenOf = (who: string, claims = {}) => issuer.sign({ sub: `subject of ${who}`, ...claims }, Date.now());

const askWho = (token: string) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-graphql-yoga-csrf': '1' },
    body: JSON.stringify({ query: '{ me { id name } families { totalCount } }' }),
  });

test('[I3] sync and GraphQL take the same tokens, and ask the directory what somebody may do', async () => {
  // The token says that jo manages the hub; the directory says that jo does not.
  const token = await tokenOf('jo', { name: 'Another', roles: ['manager'], hub: 'east' });
  const device = await TestDevice.connect(server.url, token);
  expect(device.welcome.principal.id).toBe('jo');
  const answer = await askWho(token);
  expect(await answer.json()).toEqual({ data: { me: { id: 'jo', name: 'Name of jo' }, families: { totalCount: 0 } } });
  expect(device.heard.find(({ type }) => type === 'manifest')).toMatchObject({ records: [] });
  const managing: unknown = await (await askWho(await tokenOf('max'))).json();
  expect(managing).toEqual({ data: { me: { id: 'max', name: 'Name of max' }, families: { totalCount: 1 } } });
  for (const bad of [await tokenOf('nobody'), await tokenOf('jo', { aud: 'others' }), 'no token']) {
    await expect(TestDevice.connect(server.url, bad)).rejects.toThrow(String(CLOSE.tokenRefused));
    expect((await askWho(bad)).status).toBe(401);
  }
});

test('[I3] a connection goes on with a newer token of the same person, and of nobody else', async () => {
  const device = await TestDevice.connect(server.url, await tokenOf('jo'));
  const later = Math.floor(Date.now() / 1000) + 1_000;
  device.say({ type: 'reauth', token: await tokenOf('jo', { exp: later }) });
  await device.until(() => device.heard.some(({ type }) => type === 'reauthed'));
  expect(device.heard.find(({ type }) => type === 'reauthed')).toMatchObject({ expiresAt: (later + 30) * 1000 });
  device.say({ type: 'reauth', token: await tokenOf('sam') });
  await device.until(() => device.closedWith !== undefined);
  expect(device.closedWith).not.toBe(CLOSE.tryAgain);
});

test('[I6] a page is told how people sign in, and may talk to the issuer', async () => {
  const offer = await fetch(`${server.url}/sign-in.json`);
  expect(await offer.json()).toEqual({
    type: 'issuer',
    issuer: issuer.url,
    clientId: 'family-plan',
    scope: 'openid offline_access',
    resource: null,
    authorizationEndpoint: `${issuer.url}/authorize`,
    tokenEndpoint: `${issuer.url}/token`,
    endSessionEndpoint: null,
  });
  expect(offer.headers.get('cache-control')).toBe('no-store');
  expect(offer.headers.get('content-security-policy')).toContain(`connect-src 'self' ${issuer.url};`);
  expect((await fetch(`${server.url}/sign-in.json`, { method: 'POST' })).status).toBe(405);
});

test('[I6] without the demo its endpoints are not there', async () => {
  expect((await fetch(`${server.url}/demo/people`)).status).toBe(404);
  const signIn = { method: 'POST', body: JSON.stringify({ person: 'jo' }) };
  expect((await fetch(`${server.url}/demo/sign-in`, signIn)).status).toBe(404);
});

test('[I5] an issuer that is down at the start keeps nobody out for good', async () => {
  await issuer.down();
  const warnings: string[] = [];
  await using late = await startServer({
    model: earlyHelp,
    database: postgres.address,
    issuer: settings(),
    warn: (words) => warnings.push(words),
  });
  expect(warnings.join()).toContain(`${issuer.url} cannot be reached yet`);
  const token = await tokenOf('jo');
  await expect(TestDevice.connect(late.url, token)).rejects.toThrow(String(CLOSE.tryAgain));
  expect((await fetch(`${late.url}/sign-in.json`)).status).toBe(503);
  await issuer.up();
  await expect.poll(async () => (await fetch(`${late.url}/sign-in.json`)).status, { timeout: 10_000 }).toBe(200);
  expect((await TestDevice.connect(late.url, token)).welcome.principal.id).toBe('jo');
});

test('[I7] an issuer that is not the one that was meant is told at the start', async () => {
  const wrong = startServer({
    model: earlyHelp,
    database: postgres.address,
    issuer: { ...settings(), issuer: `${issuer.url}/` },
  });
  await expect(wrong).rejects.toThrow(StartFailure);
  await expect(wrong).rejects.toThrow('calls itself');
  const none = startServer({
    model: earlyHelp,
    database: postgres.address,
    issuer: { ...settings(), issuer: server.url },
  });
  await expect(none).rejects.toThrow('no discovery document');
});

const oidc = { CASEWEAVE_OIDC_ISSUER: 'https://login.example', CASEWEAVE_OIDC_AUDIENCE: 'plans' };

test.each([
  ['an issuer without TLS', { CASEWEAVE_OIDC_ISSUER: 'http://login.example' }, 'https'],
  ['an issuer that is no address', { CASEWEAVE_OIDC_ISSUER: 'login' }, 'https'],
  ['no audience', { CASEWEAVE_OIDC_AUDIENCE: '' }, 'CASEWEAVE_OIDC_AUDIENCE must be set'],
  ['an audience alone', { CASEWEAVE_OIDC_ISSUER: '' }, 'without CASEWEAVE_OIDC_ISSUER'],
  ['keys without TLS', { CASEWEAVE_OIDC_JWKS_URL: 'http://login.example/keys' }, 'https'],
  ['a signature by a shared secret', { CASEWEAVE_OIDC_ALGORITHMS: 'RS256,HS256' }, 'ALGORITHMS'],
  ['no signature', { CASEWEAVE_OIDC_ALGORITHMS: 'none' }, 'ALGORITHMS'],
  ['a clock that is an hour off', { CASEWEAVE_OIDC_CLOCK_SKEW: '3600' }, 'CLOCK_SKEW'],
  ['a cool-down that is no number', { CASEWEAVE_OIDC_COOL_DOWN: 'soon' }, 'COOL_DOWN'],
  ['a scope without openid', { CASEWEAVE_OIDC_CLIENT_ID: 'app', CASEWEAVE_OIDC_SCOPE: 'email' }, 'openid'],
  ['a resource that is no address', { CASEWEAVE_OIDC_CLIENT_ID: 'app', CASEWEAVE_OIDC_RESOURCE: 'plans' }, 'RESOURCE'],
  ['a setting that there is not', { CASEWEAVE_OIDC_CLIENT: 'app' }, 'is no setting'],
])('[I7] %s is refused in plain words', (_, env, words) => {
  const start = () => readSettings({ ...oidc, ...env });
  expect(start).toThrow(StartFailure);
  expect(start).toThrow(words);
});

test('[I7] what is not set is as the page of settings says', () => {
  expect(readSettings({ ...oidc, CASEWEAVE_OIDC_CLIENT_ID: 'app' }).issuer).toMatchObject({
    issuer: 'https://login.example',
    audience: 'plans',
    jwksUrl: undefined,
    subjectClaim: 'sub',
    clockSkew: 30,
    coolDown: 30,
    page: { clientId: 'app', scope: 'openid offline_access', resource: null },
  });
  expect(readSettings({}).issuer).toBeUndefined();
});
