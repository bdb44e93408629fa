import { CLIENT, CLOSE, clientStatus, type ServerMessage, WIRE } from '@caseweave/protocol';
import { expect, test } from 'vitest';
import { ClientDriver, cursorAt, device, only, part, record, said, section, welcome } from './drivers.ts';

const types = (effects: readonly { type: string }[]) => effects.map(({ type }) => type);
const connection = (client: ClientDriver) => clientStatus(client.state).connection;
const enter = (at: number): ServerMessage => ({
  type: 'enter',
  record,
  section: section(at),
  name: 'plan.shared',
  epoch: 1,
  oldestWriter: { version: 1, extensions: {} },
  acts: { read: true, write: true, append: true },
  authors: [],
  projection: null,
});
const state = (at: number): ServerMessage => ({
  type: 'state',
  section: section(at),
  epoch: 1,
  authors: [],
  update: Uint8Array.of(0, 0),
});
const manifest = (count: number): ServerMessage => ({
  type: 'manifest',
  records: [],
  sections: Array.from({ length: count }, (_, at) => ({
    record,
    section: section(at),
    name: 'plan.shared',
    epoch: 1,
    oldestWriter: { version: 1, extensions: {} },
    acts: { read: true, write: false, append: false },
    authors: [],
    projection: '{}',
  })),
  cursor: cursorAt(1),
});
const taken = (batch: number): ServerMessage => ({ type: 'outcome', batch, result: { type: 'taken' } });
const pushed = (effects: Parameters<typeof said>[0]) =>
  said(effects).flatMap((message) => (message.type === 'push' ? [message.batch] : []));

test('[C1] connects: a token, a socket, a hello with what the device has', () => {
  const client = new ClientDriver({ cursor: cursorAt(9) });
  expect(connection(client)).toBe('offline');
  expect(types(client.feed({ type: 'start' }))).toEqual(['ask-token']);
  expect(connection(client)).toBe('connecting');
  expect(types(client.feed({ type: 'token', answer: { type: 'token', token: 't1' } }))).toEqual(['connect', 'wake']);
  expect(said(client.feed({ type: 'opened' }))).toEqual([
    {
      type: 'hello',
      token: 't1',
      device,
      cursor: cursorAt(9),
      versions: { 'plan.shared': { version: 1, extensions: {} } },
    },
  ]);
  const effects = client.hear({ ...welcome, leases: [3] });
  expect(only(effects, 'welcomed')[0]?.welcome.leases).toEqual([3]);
  expect(connection(client)).toBe('online');
});

test('[C1] a device that is not enrolled says so and keeps the id that it is given', () => {
  const client = new ClientDriver({ device: null });
  expect(said(client.greet())).toMatchObject([{ type: 'hello', device: null }]);
  client.hear(welcome);
  client.feed({ type: 'closed', code: 1006 });
  client.wake();
  client.feed({ type: 'token', answer: { type: 'token', token: 't2' } });
  expect(said(client.feed({ type: 'opened' }))).toMatchObject([{ type: 'hello', device, token: 't2' }]);
});

test('[C2] what arrives together is handed to the store together, with the cursor that closes it', () => {
  const client = new ClientDriver();
  client.goLive();
  const [first, ...none] = only(
    client.hear(enter(1), state(1), taken(1), { type: 'cursor', cursor: cursorAt(4) }),
    'store',
  );
  expect(none).toEqual([]);
  expect(types(first?.events ?? [])).toEqual(['enter', 'state', 'outcome']);
  expect(first?.cursor).toEqual(cursorAt(4));
});

test('[C2] a decision is handed to the store before the facts that it causes', () => {
  const client = new ClientDriver();
  client.goLive();
  const decision: ServerMessage = { type: 'decision', record, decision: '{}' };
  const facts: ServerMessage = { type: 'facts', record, kind: 'job', facts: '{}' };
  const [stored] = only(client.hear(decision, facts, { type: 'cursor', cursor: cursorAt(4) }), 'store');
  expect(stored?.events).toEqual([decision, facts]);
});

test('[C3] a cursor is used only once it is stored', () => {
  const client = new ClientDriver({ cursor: cursorAt(1) });
  client.goLive();
  client.hear({ type: 'cursor', cursor: cursorAt(2) });
  client.hear({ type: 'cursor', cursor: cursorAt(3) });
  expect(client.state.cursor).toEqual(cursorAt(1));
  client.feed({ type: 'stored' });
  expect(client.state.cursor).toEqual(cursorAt(2));
  // What is still being stored may end after the connection has.
  client.feed({ type: 'closed', code: 1006 });
  client.feed({ type: 'stored' });
  expect(client.state.cursor).toEqual(cursorAt(3));
});

test('[C4] a manifest is fulfilled in chunks, and its cursor kept only when nothing is lacking', () => {
  const client = new ClientDriver();
  client.goLive({ resumed: false });
  const count = 200;
  const [stored] = only(client.hear(manifest(count)), 'store');
  expect(types(stored?.events ?? [])).toEqual(['manifest']);
  expect(stored?.cursor).toBeNull();
  const sections = Array.from({ length: count }, (_, at) => ({ section: section(at), vector: null }));
  const wanted = (effects: Parameters<typeof said>[0]) =>
    said(effects).flatMap((message) => (message.type === 'want' ? message.sections : []));
  let asked = wanted(client.feed({ type: 'lacks', sections }));
  expect(asked).toHaveLength(CLIENT.wantsOutstanding);
  let cursors = 0;
  for (let at = 0; at < count; at++) {
    expect(asked.length).toBeGreaterThan(at);
    expect(clientStatus(client.state).firstSync).toEqual({ have: at, of: count });
    const effects = client.hear(at === 17 ? { type: 'leave', record, section: section(at) } : state(at));
    asked = [...asked, ...wanted(effects)];
    cursors += only(effects, 'store').filter(({ cursor }) => cursor !== null).length;
    expect(cursors).toBe(at === count - 1 ? 1 : 0);
  }
  expect(asked).toEqual(sections);
  expect(clientStatus(client.state).firstSync).toBeNull();
});

test('[C4] a cursor that moves while a manifest is being fulfilled waits for it too', () => {
  const client = new ClientDriver();
  client.goLive({ resumed: false });
  client.hear(manifest(1));
  client.feed({ type: 'lacks', sections: [{ section: section(0), vector: null }] });
  const [early] = only(client.hear(enter(5), { type: 'cursor', cursor: cursorAt(6) }), 'store');
  expect(early?.cursor).toBeNull();
  const [last] = only(client.hear(state(0)), 'store');
  expect(last?.cursor).toEqual(cursorAt(6));
});

test('[C4] a device that lacks nothing keeps the cursor at once', () => {
  const client = new ClientDriver();
  client.goLive({ resumed: false });
  client.hear(manifest(3));
  const [last] = only(client.feed({ type: 'lacks', sections: [] }), 'store');
  expect(last).toMatchObject({ events: [], cursor: cursorAt(1) });
});

test('[C5] batches go out in order, so many at a time, and again on the next connection', () => {
  const client = new ClientDriver();
  for (const batch of [3, 1, 2]) client.feed({ type: 'batch', batch, parts: [part(batch)] });
  expect(pushed(client.goLive())).toEqual([1, 2, 3]);
  for (let batch = 4; batch <= 20; batch++) {
    expect(pushed(client.feed({ type: 'batch', batch, parts: [part(1)] }))).toEqual(
      batch <= WIRE.batchesInFlight ? [batch] : [],
    );
  }
  const effects = client.hear(taken(1), taken(3));
  expect(pushed(effects)).toEqual([9, 10]);
  expect(types(only(effects, 'store').flatMap(({ events }) => events))).toEqual(['outcome', 'outcome']);
  client.feed({ type: 'closed', code: 1006 });
  client.wake();
  expect(pushed(client.goLive())).toEqual([2, 4, 5, 6, 7, 8, 9, 10]);
});

test('[C5] a batch that is fed twice is sent once', () => {
  const client = new ClientDriver();
  client.goLive();
  expect(pushed(client.feed({ type: 'batch', batch: 1, parts: [part(1)] }))).toEqual([1]);
  expect(pushed(client.feed({ type: 'batch', batch: 1, parts: [part(1)] }))).toEqual([]);
});

test('[C5] commands go out among the batches by their number, and again on the next connection', () => {
  const client = new ClientDriver();
  const decide = (batch: number) => ({ type: 'decide', batch, written: cursorAt(2), command: '{}' }) as const;
  client.feed({ type: 'batch', batch: 3, parts: [part(1)] });
  client.feed(decide(2));
  expect(said(client.goLive()).filter(({ type }) => type === 'push' || type === 'decide')).toEqual([
    decide(2),
    { type: 'push', batch: 3, parts: [part(1)] },
  ]);
  client.feed({ type: 'closed', code: 1006 });
  client.wake();
  expect(said(client.goLive())).toContainEqual(decide(2));
  const result = { type: 'not-decided', code: 'already', words: 'It is so already.', stands: null } as const;
  client.hear({ type: 'outcome', batch: 2, result });
  expect(client.state.outbox.map(({ batch }) => batch)).toEqual([3]);
});

test('[C5] what needed another goes out when it is fed, though later ones have gone before', () => {
  const client = new ClientDriver();
  client.goLive();
  client.feed({ type: 'decide', batch: 1, written: null, command: '{}' });
  expect(pushed(client.feed({ type: 'batch', batch: 3, parts: [part(1)] }))).toEqual([3]);
  client.hear(taken(1));
  expect(pushed(client.feed({ type: 'batch', batch: 2, parts: [part(2)] }))).toEqual([2]);
});

test('[C6] a withdrawn batch is not sent; one under way still counts until its outcome', () => {
  const client = new ClientDriver();
  client.goLive();
  for (let batch = 1; batch <= 12; batch++) client.feed({ type: 'batch', batch, parts: [part(1)] });
  expect(pushed(client.feed({ type: 'withdrawn', batches: [2, 9, 10] }))).toEqual([]);
  expect(pushed(client.hear({ type: 'outcome', batch: 2, result: { type: 'behind', part: 0 } }))).toEqual([11]);
});

test('[C7] what is dealt with is told to the server, bundled', () => {
  const client = new ClientDriver();
  client.goLive();
  client.wakeAfter(CLIENT.tellReceivedAfter);
  const received = (effects: Parameters<typeof said>[0]) =>
    said(effects).flatMap((message) => (message.type === 'received' ? [message.bytes] : []));
  const big: ServerMessage = { ...state(1), update: new Uint8Array(CLIENT.tellReceivedBytes) } as ServerMessage;
  expect(received(client.hear(big))).toEqual([]);
  const [bytes = 0] = received(client.feed({ type: 'stored' }));
  expect(bytes).toBeGreaterThan(CLIENT.tellReceivedBytes);
  expect(received(client.hear({ type: 'pong' }))).toEqual([]);
  expect(received(client.wake())).toEqual([3]);
});

test('[C7] bytes are told on the connection that they came on', () => {
  const client = new ClientDriver();
  client.goLive();
  client.hear(state(1));
  client.feed({ type: 'closed', code: 1006 });
  client.goLive();
  const before = client.state.phase.type === 'live' ? client.state.phase.live.owed : -1;
  client.feed({ type: 'stored' });
  expect(client.state.phase).toMatchObject({ live: { owed: before } });
});

test('[C8] presence: four a second, only the newest of each section, at most eight sections', () => {
  const client = new ClientDriver();
  client.goLive();
  const place = (at: number, clock: number, text: string | null = `"${clock}"`) =>
    client.feed({ type: 'presence', section: section(at), client: 7, clock, state: text });
  const sent = (effects: Parameters<typeof said>[0]) =>
    said(effects).flatMap((message) => (message.type === 'presence' ? [[message.section, message.clock]] : []));
  for (let clock = 1; clock <= 4; clock++) expect(sent(place(1, clock))).toEqual([[section(1), clock]]);
  for (let clock = 5; clock <= 50; clock++) expect(sent(place(1, clock))).toEqual([]);
  expect(client.state.wakeAt).toBe(250);
  expect(sent(client.wake())).toEqual([[section(1), 50]]);
  client.wakeAfter(10_000);
  for (let at = 2; at <= 8; at++) place(at, 1);
  client.wakeAfter(1000);
  expect(sent(client.wakeAfter(1000))).toEqual([]);
  expect(sent(place(9, 1))).toEqual([]);
  expect(sent(place(1, 51, null))).toEqual([[section(1), 51]]);
  expect(sent(place(9, 1))).toEqual([[section(9), 1]]);
  expect(sent(place(9, 2, `"${'x'.repeat(WIRE.presenceBytes)}"`))).toEqual([]);
});

test('[C8] presence is told again on the next connection, and is lost with one', () => {
  const client = new ClientDriver();
  client.feed({ type: 'presence', section: section(1), client: 7, clock: 1, state: '{}' });
  expect(said(client.goLive())).toContainEqual({
    type: 'presence',
    section: section(1),
    client: 7,
    clock: 1,
    state: '{}',
  });
  expect(types(client.feed({ type: 'closed', code: 1006 }))).toContain('presence-lost');
  client.feed({ type: 'presence', section: section(1), client: 7, clock: 2, state: null });
  client.wake();
  expect(said(client.goLive())).not.toContainEqual(expect.objectContaining({ type: 'presence' }));
});

test('[C9] a quiet server is asked, and left if it does not answer', () => {
  const client = new ClientDriver();
  client.goLive();
  client.wakeAfter(CLIENT.tellReceivedAfter);
  client.now = CLIENT.pingAfter;
  expect(said(client.feed({ type: 'woke' }))).toContainEqual({ type: 'ping' });
  client.now += CLIENT.pongWithin - 1;
  client.hear({ type: 'pong' });
  client.feed({ type: 'woke' });
  expect(connection(client)).toBe('online');
  client.wakeAfter(CLIENT.pingAfter);
  expect(only(client.wakeAfter(CLIENT.pongWithin), 'close')).toEqual([{ type: 'close', code: CLOSE.silent }]);
  expect(connection(client)).toBe('offline');
});

test('[C9] a socket that does not open, or a server that does not greet, is left', () => {
  for (const open of [false, true]) {
    const client = new ClientDriver();
    client.feed({ type: 'start' });
    client.feed({ type: 'token', answer: { type: 'token', token: 't1' } });
    if (open) client.feed({ type: 'opened' });
    expect(types(client.wakeAfter(CLIENT.connectWithin))).toContain('close');
    expect(connection(client)).toBe('offline');
  }
});

test('[C10] back-off doubles up to a cap, spread over all of it, and begins afresh after a steady connection', () => {
  const client = new ClientDriver();
  client.feed({ type: 'start' });
  const spans: number[] = [];
  for (let at = 0; at < 12; at++) {
    client.random = 0.999_999;
    client.feed({ type: 'token', answer: { type: 'failed' } });
    spans.push(Math.round((client.state.wakeAt ?? 0) - client.now));
    client.wake();
  }
  expect(spans.slice(0, 7)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000]);
  expect(Math.max(...spans)).toBe(CLIENT.backOffCap);
  client.random = 0;
  client.feed({ type: 'token', answer: { type: 'failed' } });
  expect(client.state.wakeAt).toBe(client.now);
  client.wake();
  client.goLive();
  client.now += CLIENT.steadyAfter;
  client.random = 0.999_999;
  client.feed({ type: 'closed', code: 1006 });
  expect(Math.round((client.state.wakeAt ?? 0) - client.now)).toBe(CLIENT.backOffBase);
});

test('[C10] the wait that a server asks for comes on top', () => {
  const client = new ClientDriver();
  client.goLive();
  client.hear({ type: 'bye', code: CLOSE.restarting, words: 'Back soon.', retryAfter: 7000 });
  client.random = 0;
  client.feed({ type: 'closed', code: CLOSE.restarting });
  expect(client.state.phase).toEqual({ type: 'waiting', until: client.now + 7000 });
});

test.for([
  [CLOSE.revoked, 'Your access has ended.'],
  [CLOSE.wrongVersion, 'Load the app again.'],
  [CLOSE.notUnderstood, 'Load the app again.'],
  [4400, 'Not for this endpoint.'],
  [CLOSE.gone, 'This authority has moved.'],
  [CLOSE.clonedDevice, 'Sign in again on this device.'],
] as const)('[C11] code %i stops, visibly, and is not tried again', ([code, words]) => {
  const client = new ClientDriver();
  client.goLive();
  client.hear({ type: 'bye', code, words });
  client.feed({ type: 'closed', code });
  expect(clientStatus(client.state)).toMatchObject({ connection: 'stopped', stopped: { code, words } });
  expect(client.state.wakeAt).toBeNull();
  expect(types(client.feed({ type: 'start' }))).toContain('ask-token');
});

test('[C12] a token that is not accepted is renewed once; a second refusal asks for a sign-in', () => {
  const client = new ClientDriver();
  client.goLive();
  expect(only(client.feed({ type: 'closed', code: CLOSE.tokenExpired }), 'ask-token')).toEqual([
    { type: 'ask-token', fresh: true },
  ]);
  client.feed({ type: 'token', answer: { type: 'token', token: 't2' } });
  client.feed({ type: 'opened' });
  client.feed({ type: 'closed', code: CLOSE.tokenRefused });
  expect(connection(client)).toBe('sign-in-needed');
  expect(client.state.wakeAt).toBeNull();
  expect(types(client.feed({ type: 'start' }))).toContain('ask-token');
});

test('[C13] a new token is asked for before the old one ends, and taken without reconnecting', () => {
  const client = new ClientDriver();
  client.now = 5_000_000;
  const life = 600_000;
  client.goLive({ now: 10, expiresAt: 10 + life });
  expect(client.state.wakeAt).toBeLessThanOrEqual(client.now + life - CLIENT.reauthBefore);
  client.now += life - CLIENT.reauthBefore - 1;
  client.hear({ type: 'pong' });
  client.now += 1;
  expect(types(client.feed({ type: 'woke' }))).toContain('ask-token');
  expect(types(client.feed({ type: 'woke' }))).not.toContain('ask-token');
  expect(types(client.feed({ type: 'token', answer: { type: 'failed' } }))).not.toContain('close');
  client.hear({ type: 'pong' });
  expect(types(client.wakeAfter(CLIENT.reauthAgainAfter))).toContain('ask-token');
  expect(said(client.feed({ type: 'token', answer: { type: 'token', token: 't2' } }))).toContainEqual({
    type: 'reauth',
    token: 't2',
  });
  client.hear({ type: 'reauthed', expiresAt: 10 + 2 * life });
  expect(connection(client)).toBe('online');
});

test('[C13] a refused refresh stops, visibly; it does not loop', () => {
  const client = new ClientDriver();
  client.goLive({ expiresAt: 20_000 });
  client.wakeAfter(10_000);
  const effects = client.feed({ type: 'token', answer: { type: 'sign-in-needed' } });
  expect(types(effects)).toContain('close');
  expect(connection(client)).toBe('sign-in-needed');
});

test('[C14] the switch closes, keeps closed, and opens again; what is written meanwhile waits', () => {
  const client = new ClientDriver();
  client.goLive();
  const effects = client.feed({ type: 'switched', on: false });
  expect(said(effects)).toEqual([{ type: 'bye' }]);
  expect(types(effects)).toContain('close');
  expect(connection(client)).toBe('switched-off');
  expect(client.feed({ type: 'start' })).toEqual([]);
  client.feed({ type: 'batch', batch: 1, parts: [part(1)] });
  expect(client.feed({ type: 'token', answer: { type: 'token', token: 't' } })).toEqual([]);
  expect(types(client.feed({ type: 'switched', on: true }))).toEqual(['ask-token']);
  client.feed({ type: 'token', answer: { type: 'token', token: 't' } });
  client.feed({ type: 'opened' });
  expect(pushed(client.hear(welcome))).toEqual([1]);
});

test('[C14] a device may begin switched off', () => {
  const client = new ClientDriver({ switchedOn: false });
  expect(client.feed({ type: 'start' })).toEqual([]);
  expect(connection(client)).toBe('switched-off');
});

test('[C15] what cannot be understood ends the connection for good', () => {
  const wrong: readonly (readonly ServerMessage[])[] = [[{ type: 'pong' }], [welcome, welcome]];
  for (const messages of wrong) {
    const client = new ClientDriver();
    client.greet();
    expect(only(client.hear(...messages), 'close')).toEqual([{ type: 'close', code: CLOSE.notUnderstood }]);
    expect(connection(client)).toBe('stopped');
  }
  const client = new ClientDriver();
  client.goLive();
  client.feed({ type: 'frame', bytes: Uint8Array.of(0, 99, 0) });
  expect(connection(client)).toBe('stopped');
});

test('[C16] clientIDs that are needed are asked for now, or at the next welcome', () => {
  const client = new ClientDriver();
  client.feed({ type: 'lease', count: 2 });
  expect(said(client.goLive())).toContainEqual({ type: 'lease', count: 2 });
  const effects = client.hear({ type: 'leased', leases: [90, 91] });
  expect(only(effects, 'leased')).toEqual([{ type: 'leased', leases: [90, 91] }]);
  expect(said(client.feed({ type: 'lease', count: 1 }))).toEqual([{ type: 'lease', count: 1 }]);
});

test('[C17] the presence of others is passed on', () => {
  const client = new ClientDriver();
  client.goLive();
  const presence: ServerMessage = {
    type: 'presence',
    section: section(1),
    client: 9,
    clock: 1,
    state: '{}',
    who: { principal: welcome.principal.id, name: 'B. Writer', organisation: 'School' },
  };
  expect(only(client.hear(presence), 'presence')).toEqual([{ type: 'presence', presence }]);
});

test('[C10] a timer that is a fraction early leaves no device asleep: it asks to be woken again', () => {
  const client = new ClientDriver();
  client.goLive();
  client.feed({ type: 'closed', code: 1006 });
  const until = client.state.wakeAt ?? 0;
  client.now = until - 0.25;
  expect(only(client.feed({ type: 'woke' }), 'wake')).toEqual([{ type: 'wake', at: until }]);
  expect(only(client.wake(), 'ask-token')).toHaveLength(1);
});
