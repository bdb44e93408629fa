import type { Socket } from 'node:net';
import { WebSocket } from 'ws';

/** What went over some sockets, both ways, handshakes included. */
export interface Traffic {
  readonly sockets: number;
  readonly messages: number;
  readonly bytes: number;
  /** When the last message came, on `performance.now()`'s scale. */
  readonly lastAt: number;
}

/** Counts what goes over all sockets that are opened through it. */
export class TrafficCounter {
  readonly #sockets: { bytes: () => number }[] = [];
  #messages = 0;
  #lastAt = 0;

  /** The class of a WebSocket that counts here: for providers that take one. */
  get Socket(): typeof WebSocket {
    const sockets = this.#sockets;
    const count = () => {
      this.#messages += 1;
      this.#lastAt = performance.now();
    };
    return class CountingSocket extends WebSocket {
      constructor(...args: ConstructorParameters<typeof WebSocket>) {
        super(...args);
        this.once('upgrade', ({ socket }: { socket: Socket }) => {
          sockets.push({ bytes: () => socket.bytesRead + socket.bytesWritten });
        });
        this.on('message', count);
        // An assignment, since the method has several signatures that one override cannot repeat.
        const send = (...sent: unknown[]): void => {
          count();
          Reflect.apply(WebSocket.prototype.send, this, sent);
        };
        Object.assign(this, { send });
      }
    } as typeof WebSocket;
  }

  get traffic(): Traffic {
    return {
      sockets: this.#sockets.length,
      messages: this.#messages,
      bytes: this.#sockets.reduce((sum, { bytes }) => sum + bytes(), 0),
      lastAt: this.#lastAt,
    };
  }

  /** Waits until nothing has come for a while. */
  async quiet(milliseconds = 400): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, milliseconds / 4));
    while (this.#messages === 0 || performance.now() - this.#lastAt < milliseconds);
  }
}
