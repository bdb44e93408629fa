import { once } from 'node:events';
import { WebSocket } from 'ws';
import { writeStep1, writeStep2 } from '../../src/stock/stock-messages.ts';

/** A connection that can say what no stock provider says. */
export class RawStock {
  readonly socket: WebSocket;
  readonly heard: Uint8Array[] = [];
  readonly #closed: Promise<number>;
  #listening: (() => void)[] = [];

  private constructor(socket: WebSocket) {
    this.socket = socket;
    this.#closed = once(socket, 'close').then(([code]) => code as number);
    socket.on('error', () => undefined);
    socket.on('message', (bytes: Buffer) => {
      this.heard.push(new Uint8Array(bytes));
      for (const listen of this.#listening.splice(0)) listen();
    });
  }

  static async connect(url: string, section: string, token: string): Promise<RawStock> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/y/${section}`, ['caseweave.y.v1', token]);
    const raw = new RawStock(socket);
    await once(socket, 'open');
    return raw;
  }

  say(bytes: Uint8Array | string): void {
    this.socket.send(bytes);
  }

  /** Says that it has nothing, waits for the answer and the server's own question, and answers that. */
  async sync(): Promise<void> {
    this.say(writeStep1(Uint8Array.of(0)));
    await this.until(() => this.heard.some(([type, step]) => type === 0 && step === 0));
    this.say(writeStep2(Uint8Array.of(0, 0)));
  }

  async until(is: () => boolean): Promise<void> {
    while (!is()) await new Promise<void>((heard) => this.#listening.push(heard));
  }

  closed(): Promise<number> {
    return this.#closed;
  }
}
