import { randomBytes } from 'node:crypto';
import {
  type BatchResult,
  type ClientMessage,
  type Cursor,
  decodeServerMessages,
  encodeClientFrames,
  type EnterHeader,
  openFrame,
  type PartialPayload,
  type PushPart,
  type ServerMessage,
  type Welcome,
  WIRE,
} from '@caseweave/protocol';
import { entityIds, openSection, readSection, type Draft, type SectionSchema, type View } from '@caseweave/record';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

interface Waiting {
  readonly is: () => boolean;
  readonly done: () => void;
  readonly failed: (error: Error) => void;
}

/** What a device keeps from one connection to the next. */
export interface Kept {
  readonly device: Welcome['device'];
  readonly cursor: Cursor | null;
}

/** A decision as a device is told of it, whatever the model. */
export interface HeardDecision {
  readonly key: string;
  readonly command: { readonly type: string };
  readonly by: { readonly id: string; readonly name: string };
  readonly at: number;
}

/** A small device for tests: the codec on a socket, and everything that it heard. It can say what no honest one says. */
export class TestDevice {
  readonly heard: ServerMessage[] = [];
  readonly bytes: Uint8Array[] = [];
  readonly headers = new Map<string, EnterHeader>();
  readonly docs = new Map<string, Y.Doc>();
  cursor: Cursor | null;
  closedWith: number | undefined;
  nextBatch = 1;
  /** Whether it tells the server what it has received, as an honest one does. */
  takesIn = true;
  readonly #socket: WebSocket;
  readonly #wanted = new Set<string>();
  #waiting: Waiting[] = [];
  #partial: PartialPayload | null = null;

  private constructor(socket: WebSocket, cursor: Cursor | null) {
    this.#socket = socket;
    this.cursor = cursor;
    socket.on('message', (data: Buffer) => this.#hear(new Uint8Array(data)));
    socket.on('close', (code) => {
      this.closedWith = code;
      this.#check();
    });
  }

  /** Connects and says hello; done when the server has answered and everything it announced has come. */
  static async connect(url: string, token: string, kept?: Kept, origin?: string): Promise<TestDevice> {
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/sync`,
      [WIRE.subprotocol],
      origin === undefined ? {} : { origin },
    );
    const device = new TestDevice(socket, kept?.cursor ?? null);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve());
      socket.once('error', reject);
    });
    const first = { version: 1, extensions: {} };
    const versions = {
      'plan.shared': first,
      'plan.practice': first,
      'chronology.shared': first,
      'person.identity': first,
      'person.location': first,
    };
    device.say({ type: 'hello', token, device: kept?.device ?? null, cursor: kept?.cursor ?? null, versions });
    await device.until(
      () => device.#has('welcome') && (device.#has('manifest') ? device.#wanted.size === 0 : device.#has('cursor')),
    );
    return device;
  }

  get welcome(): Welcome {
    const welcome = this.heard.find((message) => message.type === 'welcome');
    if (welcome?.type !== 'welcome') throw new Error('The server has not welcomed this device.');
    return welcome;
  }

  get client(): number {
    return this.welcome.leases[0] ?? 0;
  }

  get kept(): Kept {
    return { device: this.welcome.device, cursor: this.cursor };
  }

  /** Says any message, honest or not. */
  say(...messages: readonly ClientMessage[]): void {
    for (const frame of encodeClientFrames(messages)) this.#socket.send(frame);
  }

  /** Sends bytes that are no message. */
  sayBytes(bytes: Uint8Array): void {
    this.#socket.send(bytes);
  }

  /** Waits until something holds; it is looked at after each message. */
  until(is: () => boolean): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ is, done, failed });
      this.#check();
    });
  }

  /** The header of a record's section, by its name. */
  header(record: string, name: string): EnterHeader {
    const header = [...this.headers.values()].find((one) => one.record === record && one.name === name);
    if (header === undefined) throw new Error(`This device has no ${name} of that record.`);
    return header;
  }

  doc(section: string): Y.Doc {
    const doc = this.docs.get(section) ?? new Y.Doc();
    this.docs.set(section, doc);
    return doc;
  }

  /** Writes into a section with the library's own edits and gives the update, applied here and not sent. */
  write<Schema extends SectionSchema>(
    record: string,
    schema: Schema,
    change: (draft: Draft<Schema>) => void,
  ): PushPart {
    const { section, epoch } = this.header(record, schema.name);
    const doc = this.doc(section);
    doc.clientID = this.client;
    const before = Y.encodeStateVector(doc);
    const open = openSection(schema, {
      doc,
      now: () => 0,
      newId: entityIds((length) => randomBytes(length)),
      // Everybody is one person to this device: what is whose, the server knows.
      authorOf: () => ({ id: 'anybody', name: 'Anybody' }),
    });
    const outcome = open.edit(change);
    open.close();
    if (outcome.type !== 'edited') throw new Error(`The edit was not made: ${outcome.type}.`);
    return { section, epoch, written: this.cursor, update: Y.encodeStateAsUpdate(doc, before) };
  }

  /** Sends a batch and waits for what became of it. */
  async push(parts: readonly PushPart[], batch = this.nextBatch++): Promise<BatchResult> {
    this.say({ type: 'push', batch, parts });
    return this.outcome(batch);
  }

  /** Gives a command and waits for what became of it. */
  async decide(command: object, batch = this.nextBatch++, written: Cursor | null = this.cursor): Promise<BatchResult> {
    this.say({ type: 'decide', batch, written, command: JSON.stringify(command) });
    return this.outcome(batch);
  }

  /** What this device was told was decided about a record, in order. */
  decisions(record: string): readonly HeardDecision[] {
    return this.heard.flatMap((message) =>
      message.type === 'decision' && message.record === record ? [JSON.parse(message.decision) as HeardDecision] : [],
    );
  }

  /** What this device was last told of a record; undefined if nothing. */
  facts(record: string): unknown {
    const told = this.heard.flatMap((message) => {
      if (message.type === 'manifest') return message.records.filter((header) => header.record === record);
      return message.type === 'facts' && message.record === record ? [message] : [];
    });
    const last = told.at(-1);
    return last === undefined ? undefined : JSON.parse(last.facts);
  }

  async outcome(batch: number): Promise<BatchResult> {
    const found = () => this.heard.findLast((message) => message.type === 'outcome' && message.batch === batch);
    await this.until(() => found() !== undefined);
    const outcome = found();
    if (outcome?.type !== 'outcome') throw new Error('There is no outcome.');
    return outcome.result;
  }

  view<Schema extends SectionSchema>(record: string, schema: Schema): View<Schema> {
    return readSection(schema, this.doc(this.header(record, schema.name).section));
  }

  /** Everything that has come, as one text in which a word can be looked for. */
  get everything(): string {
    return Buffer.concat(this.bytes).toString('latin1');
  }

  async close(): Promise<void> {
    this.#socket.close();
    await this.until(() => this.closedWith !== undefined);
  }

  #has(type: ServerMessage['type']): boolean {
    return this.heard.some((message) => message.type === type);
  }

  #hear(frame: Uint8Array): void {
    this.bytes.push(frame);
    const opened = openFrame(this.#partial, frame, 0, WIRE.downPayloadBytes);
    if (opened.type === 'refused') throw new Error(opened.detail);
    this.#partial = opened.type === 'more' ? opened.partial : null;
    if (this.takesIn && this.#socket.readyState === WebSocket.OPEN) this.say({ type: 'received', bytes: frame.length });
    if (opened.type === 'more') return;
    const read = decodeServerMessages(opened.payload);
    if (read.type === 'refused') throw new Error('The server sent what cannot be read.');
    for (const message of read.value) this.#take(message);
    this.heard.push(...read.value);
    this.#check();
  }

  #take(message: ServerMessage): void {
    switch (message.type) {
      case 'manifest': {
        for (const header of message.sections) this.headers.set(header.section, header);
        for (const { section } of message.sections) this.#wanted.add(section);
        const wants = message.sections.map(({ section }) => ({ section, vector: null }));
        for (let at = 0; at < wants.length; at += WIRE.sectionsInWant) {
          this.say({ type: 'want', sections: wants.slice(at, at + WIRE.sectionsInWant) });
        }
        this.cursor = message.cursor;
        return;
      }
      case 'enter':
        this.headers.set(message.section, message);
        return;
      case 'state':
        Y.applyUpdate(this.doc(message.section), message.update);
        this.#wanted.delete(message.section);
        return;
      case 'change':
        for (const update of message.updates) Y.applyUpdate(this.doc(message.section), update);
        return;
      case 'leave':
        this.headers.delete(message.section);
        this.docs.delete(message.section);
        this.#wanted.delete(message.section);
        return;
      case 'cursor':
        this.cursor = message.cursor;
        return;
      case 'bye':
      case 'decision':
      case 'facts':
      case 'leased':
      case 'outcome':
      case 'pong':
      case 'presence':
      case 'reauthed':
      case 'welcome':
        break;
    }
  }

  #check(): void {
    this.#waiting = this.#waiting.filter(({ is, done, failed }) => {
      if (is()) {
        done();
        return false;
      }
      if (this.closedWith === undefined) return true;
      failed(new Error(`The server closed the connection with ${this.closedWith}.`));
      return false;
    });
  }
}
