import {
  decodeServerMessages,
  encodeClientFrames,
  openFrame,
  type ClientMessage,
  type EnterHeader,
  type PartialPayload,
  type SectionId,
  type ServerMessage,
  WIRE,
} from '@caseweave/protocol';
import { WebSocket } from 'ws';

/** A push, or a message to acknowledge one, at most so often: below what the server allows one device. */
const MESSAGE_EVERY_MS = 12;

type Said<Type extends ServerMessage['type']> = Extract<ServerMessage, { type: Type }>;

interface Waiting {
  /** Takes the message if it is the one that is waited for. */
  readonly take: (message: ServerMessage) => boolean;
  readonly failed: (error: Error) => void;
}

/**
 * A device that is only its connection: it keeps what arrives until its owner asks for it, so that a replay decides
 * what is on the screen when something is typed.
 */
export class WireDevice {
  readonly #socket: WebSocket;
  readonly #updates = new Map<SectionId, Uint8Array[]>();
  #heard: ServerMessage[] = [];
  #partial: PartialPayload | null = null;
  #unacknowledged = 0;
  #waiting: Waiting[] = [];
  #nextBatch = 1;
  #pace: Promise<unknown> = Promise.resolve();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (bytes: Buffer) => this.#hear(new Uint8Array(bytes)));
    socket.on('close', (code) => {
      for (const { failed } of this.#waiting) failed(new Error(`The server closed the connection (${code}).`));
    });
  }

  /** Connects and is let in; gives what this person may read. */
  static async connect(
    url: string,
    token: string,
  ): Promise<{ device: WireDevice; client: number; sections: readonly EnterHeader[] }> {
    const socket = new WebSocket(url, WIRE.subprotocol);
    const device = new WireDevice(socket);
    await new Promise((open, fail) => socket.once('open', open).once('error', fail));
    device.#say({ type: 'hello', token, device: null, cursor: null, versions: {} });
    const welcome = await device.#next('welcome');
    const manifest = await device.#next('manifest');
    const [client] = welcome.leases;
    if (client === undefined) throw new Error('The server lent no clientID.');
    return { device, client, sections: manifest.sections };
  }

  /** Asks for a section's whole state. */
  async state(section: SectionId): Promise<Uint8Array> {
    this.#say({ type: 'want', sections: [{ section, vector: null }] });
    return (await this.#next('state', (message) => message.section === section)).update;
  }

  /** Sends one edit and waits until the server has it. */
  async push(section: SectionId, epoch: number, update: Uint8Array): Promise<void> {
    const batch = this.#nextBatch++;
    await this.#paced({ type: 'push', batch, parts: [{ section, epoch, written: null, update }] });
    const { result } = await this.#next('outcome', (message) => message.batch === batch);
    if (result.type !== 'taken') throw new Error(`Batch ${batch} was not taken: ${JSON.stringify(result)}`);
  }

  /** Waits for the next update of a section by somebody else. */
  async received(section: SectionId): Promise<Uint8Array> {
    for (;;) {
      const update = this.#updates.get(section)?.shift();
      if (update !== undefined) return update;
      const { updates } = await this.#next('change', (message) => message.section === section);
      this.#updates.set(section, [...updates]);
    }
  }

  close(): void {
    this.#socket.close();
  }

  async #paced(message: ClientMessage): Promise<void> {
    this.#pace = this.#pace.then(() => new Promise((done) => setTimeout(done, MESSAGE_EVERY_MS)));
    await this.#pace;
    this.#say(message);
  }

  #say(message: ClientMessage): void {
    for (const frame of encodeClientFrames([message])) this.#socket.send(frame);
  }

  #hear(frame: Uint8Array): void {
    this.#unacknowledged += frame.length;
    if (this.#unacknowledged > 64 * 1024) {
      this.#say({ type: 'received', bytes: this.#unacknowledged });
      this.#unacknowledged = 0;
    }
    const opened = openFrame(this.#partial, frame, 0, WIRE.downPayloadBytes);
    this.#partial = opened.type === 'more' ? opened.partial : null;
    if (opened.type !== 'payload') return;
    const read = decodeServerMessages(opened.payload);
    if (read.type !== 'decoded') throw new Error('The server sent what cannot be read.');
    for (const message of read.value) {
      // A state holds every change that was sent before it.
      if (message.type === 'state') this.#heard = this.#heard.filter((one) => !isChangeOf(one, message.section));
      this.#heard.push(message);
    }
    this.#tell();
  }

  #next<Type extends ServerMessage['type']>(type: Type, fits: (message: Said<Type>) => boolean = () => true) {
    const isSaid = (message: ServerMessage): message is Said<Type> => message.type === type;
    return new Promise<Said<Type>>((found, failed) => {
      const take = (message: ServerMessage): boolean => {
        if (!isSaid(message) || !fits(message)) return false;
        found(message);
        return true;
      };
      this.#waiting.push({ take, failed });
      this.#tell();
    });
  }

  #tell(): void {
    this.#waiting = this.#waiting.filter(({ take }) => {
      const at = this.#heard.findIndex(take);
      if (at >= 0) this.#heard.splice(at, 1);
      return at < 0;
    });
  }
}

const isChangeOf = (message: ServerMessage, section: SectionId): boolean =>
  message.type === 'change' && message.section === section;
