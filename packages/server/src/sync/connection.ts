import { keysOf } from '@caseweave/model';
import {
  type BatchResult,
  CLOSE,
  type Cursor,
  type Decide,
  type Hello,
  type PrincipalId,
  type Push,
  roomFor,
  type SectionId,
  type ServerEffect,
  type ServerEvent,
  type ServerMessage,
  serverSession,
  type ServerState,
  initialServer,
} from '@caseweave/protocol';
import type { WebSocket } from 'ws';
import { leaseMore } from '../directory/devices.ts';
import { type KnownWho, loadPeople } from '../directory/people.ts';
import type { Node } from '../node/node.ts';
import { appendPushed } from './append-pushed.ts';
import { manifestFor, missedBy } from './bring-up.ts';
import { decideGiven } from './decide-given.ts';
import { greet } from './greet.ts';
import { Outbound } from './outbound.ts';
import type { Reader } from '../routing/reader.ts';
import { openCursor, sealCursor } from '../routing/seal-cursor.ts';
import { readableStates } from './readable-states.ts';
import { SentAuthors } from './sent-authors.ts';
import { renewSignIn } from './renew-sign-in.ts';
import { RequestedSections } from './requested-sections.ts';

interface Greeted {
  readonly known: KnownWho;
  readonly device: string;
  readonly hello: Hello;
}

/** One device's connection: carries out what the protocol's machine asks for. */
export class Connection implements Reader {
  readonly #node: Node;
  readonly #socket: WebSocket;
  readonly #outbound: Outbound;
  readonly #requested: RequestedSections;
  readonly #authors = new SentAuthors();
  #state: ServerState = initialServer();
  #greeted: Greeted | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(node: Node, socket: WebSocket) {
    this.#node = node;
    this.#socket = socket;
    this.#outbound = new Outbound(
      (messages) => this.#say(messages),
      (position) => ({ type: 'cursor', cursor: sealCursor(node.authority, this.principalId, position) }),
    );
    this.#requested = new RequestedSections(
      node,
      this,
      () => roomFor(this.#state),
      (messages) => this.#say(messages),
    );
    socket.on('message', (data: Buffer, isBinary) => {
      this.feed(
        isBinary
          ? { type: 'frame', bytes: new Uint8Array(data) }
          : { type: 'end', code: CLOSE.notUnderstood, words: 'Only binary messages are understood here.' },
      );
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.feed({ type: 'closed' });
      this.#over();
    });
    this.feed({ type: 'opened' });
  }

  get known(): KnownWho {
    if (this.#greeted === undefined) throw new Error('Nobody has said hello here yet.');
    return this.#greeted.known;
  }

  get principalId(): PrincipalId {
    return this.known.who.id as PrincipalId;
  }

  get device(): string {
    return this.#greeted?.device ?? '';
  }

  get keys(): readonly string[] {
    return keysOf(this.#node.model.now, this.known.who);
  }

  async states(sections: readonly SectionId[]): Promise<readonly ServerMessage[]> {
    return readableStates(
      this.#node,
      this.known,
      sections.map((section) => ({ section, vector: null })),
    );
  }

  tell(position: number, messages: readonly ServerMessage[], delay: number): void {
    this.#outbound.tell(position, messages, delay);
  }

  present(message: ServerMessage): void {
    this.feed({ type: 'say', messages: [message] });
  }

  reached(position: number): void {
    this.#outbound.reached(position);
  }

  startAgain(): void {
    this.end(CLOSE.tryAgain, 'What you may see has changed. Connecting again.');
  }

  /** The policy that its cursor was sealed under is worth nothing any more, so a manifest follows. */
  compare(): void {
    this.startAgain();
  }

  /** Says why, and closes. */
  end(code: number, words: string, retryAfter?: number): void {
    this.feed({ type: 'end', code, words, ...(retryAfter === undefined ? {} : { retryAfter }) });
  }

  /** Feeds the machine and carries out what it asks for. */
  feed(event: ServerEvent): void {
    const { state, effects } = serverSession(this.#state, event, { now: this.#node.now(), random: Math.random() });
    this.#state = state;
    for (const effect of effects) this.#do(effect);
  }

  #do(effect: ServerEffect): void {
    switch (effect.type) {
      case 'send':
        for (const frame of effect.frames) if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(frame);
        return;
      case 'close':
        this.#socket.close(effect.code);
        return this.#over();
      case 'authenticate':
        return this.#carryOut(() => this.#authenticate(effect.hello));
      case 'catch-up':
        return this.#carryOut(() => this.#catchUp(effect.cursor, effect.resumed));
      case 'reauthenticate':
        return this.#carryOut(() => this.#reauthenticate(effect.token));
      case 'want':
        if (!this.#requested.add(effect.sections)) return this.end(CLOSE.busy, 'Too much is asked for at once.', 5_000);
        return this.#carryOut(() => this.#requested.answer());
      case 'push':
        return this.#carryOut(() => this.#push(effect.push));
      case 'decide':
        return this.#carryOut(() => this.#decide(effect.decide));
      case 'lease':
        return this.#carryOut(() => this.#lease(effect.count));
      case 'presence':
        return this.#carryOut(() => this.#node.switchboard.presence(this, effect.presence));
      case 'drained':
        return this.#carryOut(() => this.#requested.answer());
      case 'wake':
        clearTimeout(this.#timer);
        if (effect.at !== null) {
          this.#timer = setTimeout(
            () => this.feed({ type: 'woke' }),
            Math.min(Math.max(0, effect.at - this.#node.now()), 2 ** 31 - 1),
          );
        }
    }
  }

  /** What goes wrong with the store ends the connection; the device comes back and nothing is lost. */
  #carryOut(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      this.#node.report('sync', error);
      this.end(CLOSE.tryAgain, 'The server cannot reach its store at the moment. Trying again shortly.', 2_000);
    });
  }

  async #authenticate(hello: Hello): Promise<void> {
    const greeting = await greet(this.#node, hello);
    if (greeting.type === 'refused') return this.end(greeting.code, greeting.words, greeting.retryAfter);
    if (this.#state.phase.type !== 'authenticating') return;
    this.#greeted = { known: greeting.known, device: greeting.welcome.device, hello };
    // From here on nothing new is missed: what comes while the device catches up is held.
    this.#node.switchboard.join(this);
    // What this person is may have changed since it was read, and that would have been told to nobody.
    const [{ id }, { database, authority, model }] = [greeting.known.who, this.#node];
    const still = (await loadPeople(database.db, authority.id, model.now, [id])).get(id);
    if (still?.rightsSeq !== greeting.known.rightsSeq) return this.startAgain();
    if (this.#state.phase.type !== 'authenticating') return;
    this.feed({ type: 'authenticated', welcome: greeting.welcome });
  }

  async #catchUp(cursor: Cursor | null, resumed: boolean): Promise<void> {
    const opened = cursor === null ? undefined : openCursor(this.#node.authority, this.principalId, cursor);
    const { messages, position } =
      resumed && opened !== undefined
        ? await missedBy(this.#node, this.known, opened.position)
        : await manifestFor(this.#node, this.known);
    this.#say(messages);
    this.#outbound.live(position);
  }

  async #push(push: Push): Promise<void> {
    const leasedTo = (client: number) => this.#state.leases.has(client);
    const versions = this.#greeted?.hello.versions ?? {};
    this.#answer(push.batch, await appendPushed(this.#node, this, push, { leasedTo, versions }));
  }

  async #decide(given: Decide): Promise<void> {
    this.#answer(given.batch, await decideGiven(this.#node, this, given));
  }

  /** Tells an outcome, and what it has brought with it. */
  #answer(batch: number, result: BatchResult): void {
    const following = this.#authors.leaveOut(this.#outbound.take(true));
    this.feed({ type: 'outcome', outcome: { type: 'outcome', batch, result }, following });
  }

  /** Says messages, each author once in a section. What is said later is written later, so nobody's name is lost. */
  #say(messages: readonly ServerMessage[]): void {
    this.feed({ type: 'say', messages: this.#authors.leaveOut(messages) });
  }

  async #lease(count: number): Promise<void> {
    const { database, authority } = this.#node;
    this.feed({
      type: 'leased',
      leases: await leaseMore(database.db, authority.id, this.principalId, this.device, count),
    });
  }

  async #reauthenticate(token: string): Promise<void> {
    const renewed = await renewSignIn(this.#node, token);
    if (renewed.type === 'refused') return this.end(renewed.code, renewed.words, renewed.retryAfter);
    const { principal, expiresAt } = renewed;
    this.feed({ type: 'reauthenticated', principal, expiresAt, now: this.#node.now() });
  }

  #over(): void {
    clearTimeout(this.#timer);
    this.#outbound.stop();
    this.#requested.clear();
    if (this.#greeted !== undefined) this.#node.switchboard.part(this);
  }
}
