import { randomBytes } from 'node:crypto';
import { keysOf } from '@caseweave/model';
import { deviceIdFrom, type PrincipalId, type ServerMessage } from '@caseweave/protocol';
import type { WebSocket } from 'ws';
import { type KnownWho, loadPeople } from '../directory/people.ts';
import type { Node } from '../node/node.ts';
import type { SectionMeta } from '../routing/read-caseload.ts';
import type { Reader } from '../routing/reader.ts';
import { Allowance } from './allowance.ts';
import { areHeldElsewhere } from './claim-clients.ts';
import { Inbox } from './inbox.ts';
import { KeptUpdates } from './kept-updates.ts';
import { type LetIn, mayRead } from './let-in.ts';
import { OwnPlace } from './own-place.ts';
import type { SectionStates } from './section-states.ts';
import { stateBeyond } from './state-beyond.ts';
import { type Ending, ENDINGS } from './stock-close.ts';
import { STOCK } from './stock-limits.ts';
import { readStockMessage, readVector, writeStep1, writeStep2, writeUpdate } from './stock-messages.ts';
import { StockPlaces } from './stock-places.ts';
import { StockWriter } from './stock-writer.ts';

/** What connections to this node share. */
export interface StockShared {
  readonly node: Node;
  readonly states: SectionStates;
  /** Which connection shows a clientID, by its section and the clientID. */
  readonly shown: Map<string, StockConnection>;
  claimsOf(principal: string): Allowance;
}

/** One stock client in one section: what it says is dealt with in order, what is new in the section is sent to it. */
export class StockConnection implements Reader {
  readonly device = deviceIdFrom(randomBytes(16));
  readonly known: KnownWho;
  readonly keys: readonly string[];
  readonly #shared: StockShared;
  readonly #socket: WebSocket;
  readonly #section: SectionMeta;
  readonly #inbox: Inbox;
  readonly #places: StockPlaces;
  readonly #own: OwnPlace;
  readonly #syncs = new Allowance(STOCK.syncBurst, STOCK.syncsPerSecond, () => performance.now());
  readonly #signInEnds: NodeJS.Timeout;
  /** Set with the first state that is sent: until then news is kept, and what the client writes is not expected. */
  #writer: StockWriter | undefined;
  #epoch = 0;
  readonly #held = new KeptUpdates(STOCK.unreadBytes);
  /** What is typed before the client has heard what the server lacks hangs on what it has not sent yet. */
  readonly #early = new KeptUpdates(STOCK.waitingBytes, STOCK.earlyMessages);
  #isEarly = true;
  #heard = true;
  /** Ended from here: nothing more is dealt with. */
  #over = false;
  #gone = false;

  constructor(shared: StockShared, socket: WebSocket, { known, section, expiresAt }: LetIn) {
    const { node } = shared;
    this.#shared = shared;
    this.#socket = socket;
    this.known = known;
    this.#section = section;
    this.keys = keysOf(node.model.now, known.who);
    this.#inbox = new Inbox(
      socket,
      (message) => this.#hear(message),
      (error) => this.#failed(error),
    );
    this.#places = new StockPlaces((message) => this.#send(message), node.now);
    this.#own = new OwnPlace({
      section: section.id,
      own: async (clients) => (await this.#writer?.own(clients)) ?? [],
      take: (client) => this.#show(client),
      present: (presence) =>
        void node.switchboard.presence(this, presence).catch((error: unknown) => this.#failed(error)),
      now: node.now,
    });
    this.#signInEnds = setTimeout(
      () => this.end(ENDINGS.signInEnded),
      Math.min(Math.max(0, expiresAt - node.now()), 2 ** 31 - 1),
    );
    socket.on('message', (data: Buffer, isBinary) => {
      this.#heard = true;
      if (!isBinary) this.end(ENDINGS.notUnderstood);
      else if (data.length > STOCK.messageBytes) this.end(ENDINGS.tooLarge);
      else this.#inbox.push(new Uint8Array(data));
    });
    socket.on('pong', () => (this.#heard = true));
    // What came before it went is dealt with: a page is often closed right after the last word.
    socket.on('close', () => this.#leave());
    // From here on nothing new is missed.
    node.switchboard.join(this);
  }

  get principalId(): PrincipalId {
    return this.known.who.id as PrincipalId;
  }

  /** It has one section, and was let in to it. */
  states(): Promise<readonly ServerMessage[]> {
    return Promise.resolve([]);
  }

  tell(_position: number, messages: readonly ServerMessage[]): void {
    for (const message of messages) {
      if (!('section' in message) || message.section !== this.#section.id) continue;
      if (message.type === 'leave') return this.end(ENDINGS.accessEnded);
      if (message.type !== 'change') continue;
      if (this.#writer !== undefined && message.epoch !== this.#epoch) return this.end(ENDINGS.otherDocument);
      for (const update of message.updates) this.#news(update);
    }
  }

  present(message: ServerMessage): void {
    if (message.type === 'presence' && message.section === this.#section.id && message.client !== this.#own.client)
      this.#places.take(message);
  }

  reached(): void {
    // A stock client keeps no position.
  }

  startAgain(): void {
    this.end(ENDINGS.tryAgain);
  }

  /** It holds one section: if that may be read no more, it is told so, since nothing else would tell it when it comes back. */
  compare(): void {
    mayRead(this.#shared.node, this.known, this.#section).then(
      (still) => this.end(still ? ENDINGS.tryAgain : ENDINGS.accessEnded),
      (error: unknown) => this.#failed(error),
    );
  }

  /** Says why, and closes. */
  end({ code, words }: Ending): void {
    if (this.#over) return;
    this.#over = true;
    this.#inbox.stop();
    this.#leave();
    this.#socket.close(code, words);
  }

  /** Waits until what it has sent is with the log. */
  settled(): Promise<void> {
    return this.#inbox.settled();
  }

  /** Comes every few seconds: a client that is not there any more is left, one that is there hears something. */
  beat(): void {
    if (!this.#heard && !this.#inbox.isPaused) return this.#socket.terminate();
    this.#heard = false;
    this.#socket.ping();
    this.#places.beat();
  }

  async #hear(bytes: Uint8Array): Promise<void> {
    const message = readStockMessage(bytes);
    if (message === undefined) return this.end(ENDINGS.notUnderstood);
    switch (message.type) {
      case 'step-1':
        return this.#sync(message.vector);
      case 'step-2':
        return this.#writer === undefined ? this.end(ENDINGS.notUnderstood) : this.#bring(this.#writer, message.update);
      case 'update':
        if (!this.#isEarly) return this.#writer?.write(message.update);
        // A stock client answers before that: this is none.
        return this.#early.add(message.update) ? undefined : this.end(ENDINGS.notUnderstood);
      case 'awareness':
        return this.#isShared ? this.#own.hear(message.entries) : undefined;
      case 'query-awareness':
        return this.#places.tellAll();
    }
  }

  /** What the server lacked comes first; what was typed meanwhile is in it, or follows it. */
  async #bring(writer: StockWriter, update: Uint8Array): Promise<void> {
    this.#isEarly = false;
    for (const one of [update, ...this.#early.take()]) await writer.write(one);
  }

  /** Who looks at a restricted section is itself a secret. */
  get #isShared(): boolean {
    return this.#shared.node.model.now.section(this.#section.name)?.part.hasPresence === true;
  }

  async #sync(bytes: Uint8Array): Promise<void> {
    const { node, states } = this.#shared;
    const { database, authority } = node;
    const vector = readVector(bytes);
    if (vector === undefined) return this.end(ENDINGS.notUnderstood);
    if (!(await this.#syncs.wait(() => this.#over))) return;
    const isFirst = this.#writer === undefined;
    const state = await states.read(this.#section.id, (loaded) => stateBeyond(loaded, bytes, vector));
    if (state === undefined) return this.end(ENDINGS.nothingHere);
    if (!isFirst && state.epoch !== this.#epoch) return this.end(ENDINGS.otherDocument);
    const claimant = { principal: this.principalId, section: this.#section.id, epoch: state.epoch };
    // What the client has and the server lacks is its own, or the document is not this one: of an older epoch, mostly.
    if (await areHeldElsewhere(database.db, authority.id, claimant, state.unknown))
      return this.end(ENDINGS.otherDocument);
    // Asked again after loading: a right may have ended meanwhile, or what this person is have changed.
    if (!(await mayRead(node, this.known, this.#section))) return this.end(ENDINGS.accessEnded);
    if (isFirst && !(await this.#isStillKnown())) return this.startAgain();
    if (this.#over) return;
    this.#send(writeStep2(state.update));
    if (!isFirst) return;
    this.#epoch = state.epoch;
    this.#writer = new StockWriter({
      node,
      device: this.device,
      claimant,
      claims: this.#shared.claimsOf(this.principalId),
      notTaken: () => this.end(ENDINGS.notTaken),
      tooMany: () => this.end(ENDINGS.busy),
      failed: (error) => this.#failed(error),
    });
    this.#send(writeStep1(state.vector));
    for (const update of this.#held.take()) this.#news(update);
  }

  async #isStillKnown(): Promise<boolean> {
    const { database, authority, model } = this.#shared.node;
    const known = (await loadPeople(database.db, authority.id, model.now, [this.principalId])).get(this.principalId);
    return known?.rightsSeq === this.known.rightsSeq;
  }

  #news(update: Uint8Array): void {
    if (this.#writer !== undefined) return this.#send(writeUpdate(update));
    if (!this.#held.add(update)) this.startAgain();
  }

  #send(message: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    // It comes back and says what it has.
    if (this.#socket.bufferedAmount > STOCK.unreadBytes) return this.#socket.terminate();
    this.#socket.send(message);
  }

  /** Nobody is told of others before they show themselves, so the first clientID of theirs that they show is this client's. */
  #show(client: number): boolean {
    const key = this.#key(client);
    if (this.#gone) return false;
    // It has come back, and its older connection has not been found broken yet.
    this.#shared.shown.get(key)?.startAgain();
    this.#shared.shown.set(key, this);
    return true;
  }

  #key(client: number): string {
    return `${this.#section.id}/${client}`;
  }

  /** What goes wrong with the store ends the connection; the client comes back with what was not taken. */
  #failed(error: unknown): void {
    this.#shared.node.report('stock', error);
    this.end(ENDINGS.tryAgain);
  }

  #leave(): void {
    if (this.#gone) return;
    this.#gone = true;
    clearTimeout(this.#signInEnds);
    this.#places.stop();
    const { client } = this.#own;
    this.#own.leave();
    if (client !== undefined && this.#shared.shown.get(this.#key(client)) === this)
      this.#shared.shown.delete(this.#key(client));
    this.#shared.node.switchboard.part(this);
  }
}

/** Which section a request is for: `/y/<section id>`. */
export const sectionOfPath = (url: string): string => (url.split('?')[0] ?? '').slice('/y/'.length);
