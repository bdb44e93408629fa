import { earlyHelp } from '@caseweave/family';
import { createHmac, createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '@caseweave/server';
import { Issuer, type IssuerSettings } from '../../src/sign-in/issuer.ts';
import { issuerTokens } from '../../src/sign-in/issuer-tokens.ts';
import { issueToken, type Verified } from '../../src/sign-in/tokens.ts';
import { startPostgres, type TestPostgres } from '@caseweave/testing';
import { TestIssuer } from './test-issuer.ts';
import { putPlaces, putPrincipals } from '../models/early-help/authority.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
let postgres: TestPostgres;
let server: RunningServer;
let issuer: TestIssuer;
let clock = 0;

beforeAll(async () => {
  postgres = await startPostgres();
  issuer = await TestIssuer.start();
  server = await startServer({ model: earlyHelp, database: postgres.address, now: () => now });
  await putPlaces(server.node, [{ id: 'east', name: 'East' }], []);
  const person = { kind: 'practitioner', name: 'Jo', agency: null, hub: 'east', roles: ['lead'] } as const;
  await putPrincipals(server.node, [
    { id: 'jo', ...person, identity: { issuer: issuer.url, subject: 'subject of jo' } },
    { id: 'other', ...person, identity: { issuer: 'https://elsewhere.example', subject: 'subject of other' } },
  ]);
});

afterAll(async () => {
  await server.close();
  await issuer.down();
  await postgres.close();
});

/** Tokens as a server that has only just started takes them. */
const tokensWith = (more: Partial<IssuerSettings> = {}) => {
  const { database, authority } = server.node;
  const settings = { issuer: issuer.url, audience: 'plans', ...more };
  return issuerTokens(database.db, authority.id, new Issuer(settings, () => clock), () => now);
};

const verified: Verified = { type: 'verified', principal: 'jo', expiresAt: now + 330_000 };
const refused: Verified = { type: 'refused' };
const unavailable: Verified = { type: 'unavailable' };
const jo = { sub: 'subject of jo' };
const seconds = Math.floor(now / 1000);

test('[I1] a token of the issuer for this audience says who somebody is here', async () => {
  expect(await tokensWith().verify(await issuer.sign(jo, now))).toEqual(verified);
  expect(await tokensWith().verify(await issuer.sign({ ...jo, aud: ['others', 'plans'] }, now))).toEqual(verified);
});

test.each([
  ['another audience', { aud: 'others' }],
  ['no audience', { aud: undefined }],
  ['another issuer', { iss: 'https://elsewhere.example' }],
  ['an issuer that only looks like it', { iss: `ISSUER/` }],
  ['an end that is past', { exp: seconds - 31 }],
  ['no end', { exp: undefined }],
  ['a beginning that is to come', { nbf: seconds + 31 }],
  ['no subject', { sub: undefined }],
  ['an empty subject', { sub: '' }],
  ['a subject that is no text', { sub: 7 }],
  ['a subject that is too long', { sub: 'x'.repeat(256) }],
])('[I1] a token with %s is refused', async (_, claims) => {
  const { iss, ...rest } = { iss: issuer.url, ...claims };
  const all: Record<string, unknown> = { ...jo, ...rest, iss: iss.replace('ISSUER', issuer.url) };
  const token = await issuer.sign(all, now);
  expect(await tokensWith().verify(token)).toEqual(refused);
});

test('[I1] clocks may differ by half a minute, and no more', async () => {
  const late = await issuer.sign({ ...jo, exp: seconds - 29 }, now);
  expect(await tokensWith().verify(late)).toMatchObject({ type: 'verified', expiresAt: now + 1_000 });
  expect(await tokensWith({ clockSkew: 0 }).verify(late)).toEqual(refused);
  expect(await tokensWith().verify(await issuer.sign({ ...jo, nbf: seconds + 29 }, now))).toEqual(verified);
});

test('[I1] no token is taken without a signature, or with one that anybody could make', async () => {
  const good = await issuer.sign(jo, now);
  const [header = '', payload = '', signature = ''] = good.split('.');
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const [key] = issuer.published;
  if (key === undefined) throw new Error('The issuer publishes no key.');
  const pem = createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const forged = `${encode({ alg: 'HS256', kid: key.kid })}.${payload}`;
  const tokens = tokensWith();
  const attempts = [
    `${encode({ alg: 'none' })}.${payload}.`,
    `${encode({ alg: 'none', kid: key.kid })}.${payload}.${signature}`,
    `${forged}.${createHmac('sha256', pem).update(forged).digest('base64url')}`,
    `${forged}.${createHmac('sha256', key.n ?? '')
      .update(forged)
      .digest('base64url')}`,
    `${header}.${encode({ ...jo, iss: issuer.url, aud: 'plans', exp: seconds + 900 })}.${signature}`,
    `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
    `${encode({ alg: 'RS256', jwk: key })}.${payload}.${signature.slice(0, -4)}AAAA`,
    '',
    'no token',
    '..',
  ];
  for (const attempt of attempts) expect([attempt, await tokens.verify(attempt)]).toEqual([attempt, refused]);
  expect(await tokens.verify(good)).toEqual(verified);
});

test('[I1] signatures may be narrowed to some', async () => {
  const tokens = tokensWith({ algorithms: ['ES256'] });
  expect(await tokens.verify(await issuer.sign(jo, now))).toEqual(refused);
  await issuer.newKey('ES256');
  expect(await tokens.verify(await issuer.sign(jo, now))).toEqual(verified);
});

test('[I1] the server’s own tokens are worth nothing where an issuer is set', async () => {
  const { token } = await issueToken(server.node.authority, 'jo', now);
  expect(await tokensWith().verify(token)).toEqual(refused);
});

test('[I2] nobody is let in whom the directory does not know at this issuer', async () => {
  const tokens = tokensWith();
  expect(await tokens.verify(await issuer.sign({ sub: 'somebody else' }, now))).toEqual(refused);
  expect(await tokens.verify(await issuer.sign({ sub: 'subject of other' }, now))).toEqual(refused);
  expect(await tokens.verify(await issuer.sign({ sub: 'jo' }, now))).toEqual(refused);
});

test('[I2] another claim may name the person', async () => {
  const tokens = tokensWith({ subjectClaim: 'oid' });
  expect(await tokens.verify(await issuer.sign({ sub: 'whatever', oid: 'subject of jo' }, now))).toEqual(verified);
  expect(await tokens.verify(await issuer.sign(jo, now))).toEqual(refused);
});

test('[I4] a key that is new is asked for; keys that nobody has are not asked for again and again', async () => {
  const eager = tokensWith({ coolDown: 0 });
  expect(await eager.verify(await issuer.sign(jo, now))).toEqual(verified);
  await issuer.newKey();
  expect(await eager.verify(await issuer.sign(jo, now))).toEqual(verified);

  const patient = tokensWith();
  const before = issuer.keysAsked;
  expect(await patient.verify(await issuer.sign(jo, now))).toEqual(verified);
  const stranger = await TestIssuer.start();
  for (const _ of Array.from({ length: 9 })) await stranger.newKey();
  const forged = await stranger.sign({ ...jo, iss: issuer.url }, now);
  await stranger.down();
  // It may be that the issuer has made this key a moment ago: come again.
  for (const _ of Array.from({ length: 20 })) expect(await patient.verify(forged)).toEqual(unavailable);
  expect(await patient.verify(await issuer.sign(jo, now))).toEqual(verified);
  expect(issuer.keysAsked - before).toBe(1);
  // A key that the issuer really does not have is refused as soon as it was asked.
  expect(await tokensWith({ coolDown: 0 }).verify(forged)).toEqual(refused);
});

test('[I4] a key that the issuer has withdrawn is worth nothing to a server that asks anew', async () => {
  const other = await TestIssuer.start();
  const settings = { issuer: other.url, audience: 'plans' };
  const { database, authority } = server.node;
  await putPrincipals(server.node, [
    {
      id: 'jo',
      kind: 'practitioner',
      name: 'Jo',
      agency: null,
      hub: 'east',
      roles: ['lead'],
      identity: { issuer: other.url, subject: 's' },
    },
  ]);
  const tokens = () => issuerTokens(database.db, authority.id, new Issuer(settings, () => clock), () => now);
  const old = await other.sign({ sub: 's' }, now);
  expect(await tokens().verify(old)).toMatchObject({ type: 'verified' });
  await other.newKey();
  other.retireOldest();
  expect(await tokens().verify(old)).toEqual(refused);
  expect(await tokens().verify(await other.sign({ sub: 's' }, now))).toMatchObject({ type: 'verified' });
  await other.down();
  await putPrincipals(server.node, [
    {
      id: 'jo',
      kind: 'practitioner',
      name: 'Jo',
      agency: null,
      hub: 'east',
      roles: ['lead'],
      identity: { issuer: issuer.url, subject: 'subject of jo' },
    },
  ]);
});

test('[I5] while the issuer is out of reach nobody is refused for it, and known keys go on for a day', async () => {
  const [known, fresh] = [tokensWith({ coolDown: 0 }), tokensWith()];
  const token = await issuer.sign(jo, now);
  expect(await known.verify(token)).toEqual(verified);
  await issuer.newKey();
  const byNewKey = await issuer.sign(jo, now);
  await issuer.down();
  expect(await fresh.verify(token)).toEqual(unavailable);
  // A key that is not known yet may be the issuer's next one.
  expect(await known.verify(byNewKey)).toEqual(unavailable);
  expect(await known.verify(token)).toEqual(verified);
  await issuer.up();
  // Whoever has just had no answer does not ask again at once.
  expect(await fresh.verify(token)).toEqual(unavailable);
  clock += 2_001;
  expect(await fresh.verify(token)).toEqual(verified);
  expect(await known.verify(byNewKey)).toEqual(verified);
});
