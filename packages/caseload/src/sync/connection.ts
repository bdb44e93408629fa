import {
  type ClientEffect,
  type ClientEvent,
  type ClientOptions,
  clientSession,
  type ClientState,
  clientStatus,
  type ClientStatus,
  type Cursor,
  type PresenceOf,
  initialClient,
  type StoreEvent,
  type TokenAnswer,
  type Welcome,
  WIRE,
} from '@caseweave/protocol';
import type { AppCode } from '../app-code/app-code.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { TokenSource } from '../ports/token-source.ts';
import type { Connection, Transport } from '../ports/transport.ts';

/** What the connection to the server asks of the caseload. */
export interface ConnectionHandlers {
  welcomed(welcome: Welcome): void;
  store(events: readonly StoreEvent[], cursor: Cursor | null): void;
  leased(leases: readonly number[]): void;
  presence(presence: PresenceOf): void;
  presenceLost(): void;
  /** The status may have changed. */
  changed(): void;
}

/** The ports that a connection needs. */
export interface ConnectionPorts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly token: TokenSource;
  readonly appCode: AppCode;
}

/** An app without types may answer anything. */
const isTokenAnswer = (answer: { readonly type: string } | null | undefined): boolean =>
  answer?.type === 'token' || answer?.type === 'sign-in-needed';

/** The connection to the server: the protocol's machine, carried out on transport, clock and token. */
export class ServerConnection {
  #state: ClientState;
  readonly #ports: ConnectionPorts;
  readonly #handlers: ConnectionHandlers;
  #socket: Connection | null = null;
  #cancelWake: () => void = () => {};
  readonly #queue: ClientEvent[] = [];
  #isFeeding = false;
  /** The machine measures; people read the time of day. */
  #since: number;
  #measuredSince = 0;
  /** How many connections were begun: an answer to an earlier one's manifest must not reach the next. */
  count = 0;

  constructor(options: ClientOptions, ports: ConnectionPorts, handlers: ConnectionHandlers) {
    this.#state = initialClient(options);
    this.#ports = ports;
    this.#handlers = handlers;
    this.#since = ports.clock.now();
  }

  /** How the connection is, and since when by the time of day. */
  get status(): ClientStatus {
    return { ...clientStatus(this.#state), since: this.#since };
  }

  get isLive(): boolean {
    return this.#state.phase.type === 'live';
  }

  /** Feeds the machine. Events that come while another is dealt with wait their turn. */
  feed(event: ClientEvent): void {
    this.#queue.push(event);
    if (this.#isFeeding) return;
    this.#isFeeding = true;
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
        const moment = { now: this.#ports.clock.steady(), random: this.#ports.random.number() };
        const step = clientSession(this.#state, next, moment);
        this.#state = step.state;
        for (const effect of step.effects) this.#carryOut(effect);
      }
    } finally {
      this.#isFeeding = false;
    }
    const { since } = clientStatus(this.#state);
    if (since !== this.#measuredSince) this.#since = this.#ports.clock.now();
    this.#measuredSince = since;
    this.#handlers.changed();
  }

  /** Ends it for good. */
  close(): void {
    this.feed({ type: 'switched', on: false });
    this.#cancelWake();
    this.#socket = null;
  }

  #carryOut(effect: ClientEffect): void {
    switch (effect.type) {
      case 'connect':
        return this.#connect();
      case 'send':
        for (const frame of effect.frames) this.#socket?.send(frame);
        return;
      case 'close': {
        const socket = this.#socket;
        this.#socket = null;
        socket?.close(effect.code);
        return;
      }
      case 'ask-token':
        void this.#askToken(effect.fresh);
        return;
      case 'welcomed':
        return this.#handlers.welcomed(effect.welcome);
      case 'store':
        return this.#handlers.store(effect.events, effect.cursor);
      case 'leased':
        return this.#handlers.leased(effect.leases);
      case 'presence':
        return this.#handlers.presence(effect.presence);
      case 'presence-lost':
        return this.#handlers.presenceLost();
      case 'wake':
        this.#cancelWake();
        this.#cancelWake =
          effect.at === null
            ? () => {}
            : this.#ports.clock.wakeIn(effect.at - this.#ports.clock.steady(), () => this.feed({ type: 'woke' }));
        return;
    }
  }

  #connect(): void {
    this.count += 1;
    const current = this.count;
    const tell = (event: ClientEvent) => {
      if (this.count === current && this.#socket !== null) this.feed(event);
    };
    const events = {
      opened: () => tell({ type: 'opened' }),
      frame: (bytes: Uint8Array) => tell({ type: 'frame', bytes }),
      closed: (code: number) => tell({ type: 'closed', code }),
    };
    this.#socket = this.#ports.transport.connect(events, WIRE.subprotocol);
  }

  async #askToken(fresh: boolean): Promise<void> {
    let answer: TokenAnswer;
    try {
      answer = await this.#ports.token({ fresh });
      if (!isTokenAnswer(answer)) throw new TypeError('The token function gave no answer.');
    } catch (error) {
      // It could not reach what it asks: the machine tries again later.
      this.#ports.appCode.report('token', error);
      answer = { type: 'failed' };
    }
    this.feed({ type: 'token', answer });
  }
}
