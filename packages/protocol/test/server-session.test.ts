import { type ClientMessage, CLOSE, roomFor, SERVER, type ServerMessage, WIRE } from '@caseweave/protocol';
import { expect, test } from 'vitest';
import { answered, cursorAt, device, only, part, section, ServerDriver, welcome } from './drivers.ts';

const hello: ClientMessage = { type: 'hello', token: 't', device, cursor: cursorAt(3), versions: {} };
const closing = (effects: Parameters<typeof answered>[0]) => only(effects, 'close').map(({ code }) => code);
const push = (batch: number): ClientMessage => ({ type: 'push', batch, parts: [part(1)] });
const decide = (batch: number) => ({ type: 'decide', batch, written: cursorAt(2), command: '{}' }) as const;
const state = (bytes: number): ServerMessage => ({
  type: 'state',
  section: section(1),
  epoch: 1,
  authors: [],
  update: new Uint8Array(bytes),
});

test('[S1] hello comes first: it is authenticated, welcomed, and followed by the catching up', () => {
  const server = new ServerDriver();
  expect(only(server.hear(hello), 'authenticate')).toEqual([{ type: 'authenticate', hello }]);
  const effects = server.feed({ type: 'authenticated', welcome });
  expect(effects.map(({ type }) => type).slice(0, 2)).toEqual(['send', 'catch-up']);
  expect(answered(effects)).toEqual([welcome]);
  expect(only(effects, 'catch-up')).toEqual([{ type: 'catch-up', cursor: cursorAt(3), resumed: true }]);
});

test('[S1] anything else first, a second hello, or more before the welcome, ends the connection', () => {
  const first = new ServerDriver();
  expect(closing(first.hear({ type: 'ping' }))).toEqual([CLOSE.notUnderstood]);
  const twice = new ServerDriver();
  twice.goLive();
  expect(closing(twice.hear(hello))).toEqual([CLOSE.notUnderstood]);
  const early = new ServerDriver();
  early.hear(hello);
  expect(closing(early.hear({ type: 'ping' }))).toEqual([CLOSE.notUnderstood]);
  const together = new ServerDriver();
  expect(closing(together.hear(hello, { type: 'ping' }))).toEqual([CLOSE.notUnderstood]);
  const large = new ServerDriver();
  const bytes = new Uint8Array(WIRE.helloBytes + 1);
  expect(closing(large.feed({ type: 'frame', bytes }))).toEqual([CLOSE.notUnderstood]);
});

test('[S1] a hello that does not come in time, or a token that is not accepted, ends the connection', () => {
  const silent = new ServerDriver();
  expect(closing(silent.wakeAfter(SERVER.helloWithin - 1))).toEqual([]);
  expect(closing(silent.wakeAfter(1))).toEqual([CLOSE.tryAgain]);
  const denied = new ServerDriver();
  denied.hear(hello);
  const effects = denied.feed({ type: 'end', code: CLOSE.tokenRefused, words: 'Sign in again.' });
  expect(answered(effects)).toEqual([{ type: 'bye', code: CLOSE.tokenRefused, words: 'Sign in again.' }]);
  expect(closing(effects)).toEqual([CLOSE.tokenRefused]);
});

test('[S2] a frame that cannot be read ends the connection, and nothing of it is done', () => {
  const server = new ServerDriver();
  server.goLive();
  const effects = server.feed({ type: 'frame', bytes: Uint8Array.of(0, 8, 0, 99, 0) });
  expect(closing(effects)).toEqual([CLOSE.notUnderstood]);
  expect(answered(effects)).toHaveLength(1);
  expect(server.feed({ type: 'frame', bytes: Uint8Array.of(0, 8, 0) })).toEqual([]);
});

test('[S3] batches are passed on in order, so many at a time', () => {
  const server = new ServerDriver();
  server.goLive();
  for (let batch = 1; batch <= WIRE.batchesInFlight; batch++) {
    expect(only(server.hear(push(batch)), 'push').map((effect) => effect.push.batch)).toEqual([batch]);
  }
  const outcome = { type: 'outcome', batch: 1, result: { type: 'taken' } } as const;
  const cursor = { type: 'cursor', cursor: cursorAt(5) } as const;
  const effects = server.feed({ type: 'outcome', outcome, following: [cursor] });
  expect(answered(effects)).toEqual([outcome, cursor]);
  expect(only(effects, 'send')[0]?.frames).toHaveLength(1);
  expect(closing(server.hear(push(9)))).toEqual([]);
  expect(closing(server.hear(push(10)))).toEqual([CLOSE.notUnderstood]);
});

test('[S3] commands are numbered and counted with batches, and answered like them', () => {
  const server = new ServerDriver();
  server.goLive();
  expect(only(server.hear(decide(1)), 'decide')).toEqual([{ type: 'decide', decide: decide(1) }]);
  for (let batch = 2; batch <= WIRE.batchesInFlight; batch++)
    server.hear(batch % 2 === 0 ? push(batch) : decide(batch));
  const result = { type: 'not-decided', code: 'already', words: 'It is so already.', stands: null } as const;
  const outcome = { type: 'outcome', batch: 1, result } as const;
  expect(answered(server.feed({ type: 'outcome', outcome, following: [] }))).toEqual([outcome]);
  expect(closing(server.hear(decide(9)))).toEqual([]);
  expect(closing(server.hear(decide(10)))).toEqual([CLOSE.notUnderstood]);
});

test('[S3] a batch that waited for another may come after later ones', () => {
  const server = new ServerDriver();
  server.goLive();
  server.hear(decide(4), push(7));
  expect(only(server.hear(push(5)), 'push').map((effect) => effect.push.batch)).toEqual([5]);
});

test('[S3] a number that is being judged, or a batch without parts, ends the connection', () => {
  for (const wrong of [push(5), decide(5), { type: 'push', batch: 6, parts: [] } as const]) {
    const server = new ServerDriver();
    server.goLive();
    server.hear(push(5));
    expect(closing(server.hear(wrong))).toEqual([CLOSE.notUnderstood]);
  }
});

test('[S4] catching up waits while the device has not told that it received', () => {
  const server = new ServerDriver();
  server.goLive();
  expect(roomFor(server.state)).toBeGreaterThan(SERVER.downWindow - 1000);
  server.feed({ type: 'say', messages: [state(SERVER.downWindow)] });
  expect(roomFor(server.state)).toBe(0);
  expect(only(server.hear({ type: 'received', bytes: 10 }), 'drained')).toEqual([]);
  expect(only(server.hear({ type: 'received', bytes: 1000 }), 'drained')).toEqual([{ type: 'drained' }]);
  expect(roomFor(server.state)).toBeGreaterThan(0);
});

test('[S4] a device that tells of more than was sent ends the connection', () => {
  const server = new ServerDriver();
  server.goLive();
  expect(closing(server.hear({ type: 'received', bytes: 1_000_000 }))).toEqual([CLOSE.notUnderstood]);
});

test('[S5] a slow reader costs the limit and one message, then is cut off', () => {
  const server = new ServerDriver();
  server.goLive();
  const message = state(1024 * 1024);
  let said = 0;
  let sent = 0;
  for (; said < 100; said++) {
    const effects = server.feed({ type: 'say', messages: [message] });
    sent += only(effects, 'send').reduce(
      (sum, { frames }) => sum + frames.reduce((bytes, frame) => bytes + frame.length, 0),
      0,
    );
    if (closing(effects).length > 0) {
      expect(closing(effects)).toEqual([CLOSE.tooSlow]);
      break;
    }
  }
  expect(said).toBe(SERVER.downLimit / (1024 * 1024));
  expect(sent).toBeLessThan(SERVER.downLimit + 2 * 1024 * 1024);
  expect(server.feed({ type: 'say', messages: [message] })).toEqual([]);
});

test('[S5] a reader that has stopped is cut off, however little it was sent', () => {
  const server = new ServerDriver();
  server.goLive();
  server.feed({ type: 'say', messages: [state(10)] });
  server.wakeAfter(SERVER.receivedWithin / 2);
  server.hear({ type: 'ping' });
  expect(closing(server.wakeAfter(SERVER.receivedWithin / 2))).toEqual([CLOSE.tooSlow]);
});

test('[S6] a device that is quiet for too long is gone; a ping keeps it', () => {
  const server = new ServerDriver();
  server.goLive();
  server.hear({ type: 'received', bytes: server.state.unacknowledged });
  server.wakeAfter(SERVER.idleAfter - 1);
  expect(answered(server.hear({ type: 'ping' }))).toEqual([{ type: 'pong' }]);
  server.hear({ type: 'received', bytes: server.state.unacknowledged });
  expect(closing(server.wakeAfter(SERVER.idleAfter - 1))).toEqual([]);
  expect(closing(server.wakeAfter(1))).toEqual([CLOSE.idle]);
});

test('[S7] presence is passed on for clientIDs of this device, within limits, and ends with the connection', () => {
  const server = new ServerDriver();
  server.goLive({ leases: [7] });
  const presence = (at: number, clock: number, text: string | null = '{}', client = 7) =>
    only(server.hear({ type: 'presence', section: section(at), client, clock, state: text }), 'presence');
  expect(presence(1, 1)).toHaveLength(1);
  expect(presence(1, 2, '{}', 8)).toEqual([]);
  server.feed({ type: 'leased', leases: [8] });
  expect(presence(1, 2, '{}', 8)).toHaveLength(1);
  for (let at = 2; at <= 8; at++) expect(presence(at, 1)).toHaveLength(1);
  expect(presence(9, 1)).toEqual([]);
  expect(presence(2, 2, null)).toHaveLength(1);
  expect(presence(9, 1)).toHaveLength(1);
  let passed = 0;
  for (let clock = 3; clock < 100; clock++) passed += presence(1, clock).length;
  expect(passed).toBeLessThanOrEqual(SERVER.presenceBurst);
  server.now += 1000;
  expect(presence(1, 100)).toHaveLength(1);
  const gone = only(server.feed({ type: 'closed' }), 'presence');
  expect(gone).toHaveLength(WIRE.presenceSections);
  expect(gone).toContainEqual({
    type: 'presence',
    presence: { type: 'presence', section: section(1), client: 7, clock: 101, state: null },
  });
});

test('[S8] a new token goes on without reconnecting; without one the connection ends when the old one does', () => {
  const server = new ServerDriver();
  server.goLive({ expiresAt: 30_000 });
  expect(only(server.hear({ type: 'reauth', token: 't2' }), 'reauthenticate')).toEqual([
    { type: 'reauthenticate', token: 't2' },
  ]);
  const principal = welcome.principal.id;
  const effects = server.feed({ type: 'reauthenticated', principal, expiresAt: 50_000, now: 0 });
  expect(answered(effects)).toEqual([{ type: 'reauthed', expiresAt: 50_000 }]);
  expect(closing(server.wakeAfter(49_999))).toEqual([]);
  expect(closing(server.wakeAfter(1))).toEqual([CLOSE.tokenExpired]);
});

test("[S8] another person's token ends the connection", () => {
  const server = new ServerDriver();
  server.goLive();
  server.hear({ type: 'reauth', token: 't2' });
  const other = `${welcome.principal.id}x` as typeof welcome.principal.id;
  expect(closing(server.feed({ type: 'reauthenticated', principal: other, expiresAt: 9, now: 0 }))).toEqual([
    CLOSE.wrongDevice,
  ]);
});

test('[S9] a revocation ends the connection at once, and nothing follows', () => {
  const server = new ServerDriver();
  server.goLive();
  const effects = server.feed({ type: 'end', code: CLOSE.revoked, words: 'Your access has ended.' });
  expect(answered(effects)).toEqual([{ type: 'bye', code: CLOSE.revoked, words: 'Your access has ended.' }]);
  expect(closing(effects)).toEqual([CLOSE.revoked]);
  expect(server.feed({ type: 'say', messages: [state(1)] })).toEqual([]);
  expect(server.hear(push(1))).toEqual([]);
});

test('[S10] a flood of messages ends the connection, and asks for a pause', () => {
  const server = new ServerDriver();
  server.goLive();
  let effects = server.hear({ type: 'ping' });
  for (let at = 0; at < SERVER.messageBurst && closing(effects).length === 0; at++)
    effects = server.hear({ type: 'ping' });
  expect(closing(effects)).toEqual([CLOSE.busy]);
  expect(answered(effects)).toMatchObject([{ type: 'bye', retryAfter: 5000 }]);
});

test('[S11] wishes and leases are passed on, within limits', () => {
  const server = new ServerDriver();
  server.goLive();
  const sections = [{ section: section(1), vector: null }];
  expect(only(server.hear({ type: 'want', sections }), 'want')).toEqual([{ type: 'want', sections }]);
  expect(only(server.hear({ type: 'lease', count: 2 }), 'lease')).toEqual([{ type: 'lease', count: 2 }]);
  expect(closing(server.hear({ type: 'lease', count: WIRE.leasesInRequest + 1 }))).toEqual([CLOSE.notUnderstood]);
});

test('[S12] a goodbye is answered by closing', () => {
  const server = new ServerDriver();
  server.goLive();
  expect(closing(server.hear({ type: 'bye' }))).toEqual([CLOSE.done]);
});

test('[S6] a timer that is a fraction early leaves no connection open for ever: the server asks to be woken again', () => {
  const server = new ServerDriver();
  server.goLive();
  server.wakeAfter(SERVER.helloWithin);
  const deadline = server.state.wakeAt ?? 0;
  server.now = deadline - 0.25;
  expect(only(server.feed({ type: 'woke' }), 'wake')).toEqual([{ type: 'wake', at: deadline }]);
});
