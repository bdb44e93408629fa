import {
  type ClientEffect,
  type ClientEvent,
  type ClientMessage,
  type ClientOptions,
  clientSession,
  type ClientState,
  CURSOR_BYTES,
  type Cursor,
  deviceIdFrom,
  encodeClientFrames,
  encodeServerFrames,
  isPrincipalId,
  recordIdFrom,
  type SectionId,
  sectionIdFrom,
  type ServerEffect,
  type ServerEvent,
  type ServerMessage,
  serverSession,
  type ServerState,
  initialClient,
  initialServer,
  type Welcome,
} from '@caseweave/protocol';
import { fromClient, fromServer } from './read-frames.ts';

const idBytes = (at: number): Uint8Array => new Uint8Array(16).fill(at);
export const section = (at: number): SectionId => sectionIdFrom(idBytes(at));
export const record = recordIdFrom(idBytes(200));
export const device = deviceIdFrom(idBytes(201));
export const cursorAt = (at: number): Cursor => new Uint8Array(CURSOR_BYTES).fill(at);

const writer = 'p-1';
if (!isPrincipalId(writer)) throw new Error('no principal id');

export const welcome: Welcome = {
  type: 'welcome',
  device,
  principal: { id: writer, name: 'A. Writer', organisation: null },
  generation: 'g1',
  leases: [7, 8],
  expiresAt: 3_600_000,
  now: 0,
  resumed: true,
};

export const part = (at: number) => ({ section: section(at), epoch: 1, written: null, update: Uint8Array.of(at) });

/** Effects of one type. */
export const only = <Effect extends { type: string }, const Type extends Effect['type']>(
  effects: readonly Effect[],
  type: Type,
) => effects.filter((effect): effect is Extract<Effect, { type: Type }> => effect.type === type);

/** A device's machine with a clock that the test moves. */
export class ClientDriver {
  state: ClientState;
  now = 0;
  random = 0.5;

  constructor(options: Partial<ClientOptions> = {}) {
    this.state = initialClient({
      device,
      cursor: null,
      versions: { 'plan.shared': { version: 1, extensions: {} } },
      ...options,
    });
  }

  feed(event: ClientEvent): readonly ClientEffect[] {
    const { state, effects } = clientSession(this.state, event, { now: this.now, random: this.random });
    this.state = state;
    return effects;
  }

  /** Lets the server say something, in as few frames as it needs. */
  hear(...messages: readonly ServerMessage[]): readonly ClientEffect[] {
    return encodeServerFrames(messages).flatMap((bytes) => this.feed({ type: 'frame', bytes }));
  }

  /** Moves the clock to the machine's own deadline. */
  wake(): readonly ClientEffect[] {
    this.now = this.state.wakeAt ?? this.now;
    return this.feed({ type: 'woke' });
  }

  wakeAfter(milliseconds: number): readonly ClientEffect[] {
    this.now += milliseconds;
    return this.feed({ type: 'woke' });
  }

  greet(): readonly ClientEffect[] {
    this.feed({ type: 'start' });
    this.feed({ type: 'token', answer: { type: 'token', token: 't1' } });
    return this.feed({ type: 'opened' });
  }

  goLive(change: Partial<Welcome> = {}): readonly ClientEffect[] {
    this.greet();
    return this.hear({ ...welcome, now: this.now, expiresAt: this.now + 3_600_000, ...change });
  }
}

export const said = (effects: readonly ClientEffect[]): ClientMessage[] =>
  only(effects, 'send').flatMap(({ frames }) => fromClient(frames));

/** A server's machine with a clock that the test moves. */
export class ServerDriver {
  state: ServerState;
  now = 0;

  constructor() {
    this.state = initialServer();
    this.feed({ type: 'opened' });
  }

  feed(event: ServerEvent): readonly ServerEffect[] {
    const { state, effects } = serverSession(this.state, event, { now: this.now, random: 0.5 });
    this.state = state;
    return effects;
  }

  hear(...messages: readonly ClientMessage[]): readonly ServerEffect[] {
    return encodeClientFrames(messages).flatMap((bytes) => this.feed({ type: 'frame', bytes }));
  }

  wakeAfter(milliseconds: number): readonly ServerEffect[] {
    this.now += milliseconds;
    return this.feed({ type: 'woke' });
  }

  goLive(change: Partial<Welcome> = {}): readonly ServerEffect[] {
    this.hear({ type: 'hello', token: 't1', device: null, cursor: null, versions: {} });
    return this.feed({
      type: 'authenticated',
      welcome: { ...welcome, now: this.now, expiresAt: this.now + 3_600_000, ...change },
    });
  }
}

export const answered = (effects: readonly ServerEffect[]): ServerMessage[] =>
  only(effects, 'send').flatMap(({ frames }) => fromServer(frames));
