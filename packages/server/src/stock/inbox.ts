import { Allowance } from './allowance.ts';
import { STOCK } from './stock-limits.ts';

/** The part of a socket that an inbox needs. */
export interface Pausable {
  pause(): void;
  resume(): void;
}

/**
 * Deals with messages one after the other. While too much waits, nothing more is read from the socket, so that a client
 * that sends faster than it is served costs bounded memory and is slowed down instead of being cut off.
 */
export class Inbox {
  readonly #socket: Pausable;
  readonly #handle: (message: Uint8Array) => Promise<void>;
  readonly #failed: (error: unknown) => void;
  readonly #allowance = new Allowance(STOCK.messageBurst, STOCK.messagesPerSecond, () => performance.now());
  #waiting: Uint8Array[] = [];
  #bytes = 0;
  #paused = false;
  #running: Promise<void> | undefined;
  #over = false;

  constructor(socket: Pausable, handle: (message: Uint8Array) => Promise<void>, failed: (error: unknown) => void) {
    this.#socket = socket;
    this.#handle = handle;
    this.#failed = failed;
  }

  /** Whether nothing is read from the socket at the moment. */
  get isPaused(): boolean {
    return this.#paused;
  }

  push(message: Uint8Array): void {
    if (this.#over) return;
    this.#waiting.push(message);
    this.#bytes += message.length;
    if (!this.#paused && (this.#bytes > STOCK.waitingBytes || this.#waiting.length > STOCK.waitingMessages)) {
      this.#paused = true;
      this.#socket.pause();
    }
    this.#running ??= this.#run();
  }

  /** Nothing that waits is dealt with any more. The socket is read on, so that it hears a goodbye. */
  stop(): void {
    this.#over = true;
    this.#waiting = [];
    this.#bytes = 0;
    this.#readOn();
  }

  /** Waits until nothing is being dealt with. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#waiting.length > 0 && (await this.#allowance.wait(() => this.#over))) {
        const message = this.#waiting.shift();
        if (message === undefined) break;
        this.#bytes -= message.length;
        await this.#handle(message);
        if (this.#bytes <= STOCK.waitingBytes / 2 && this.#waiting.length <= STOCK.waitingMessages / 2) this.#readOn();
      }
    } catch (error) {
      this.#failed(error);
    }
    this.#running = undefined;
  }

  #readOn(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#socket.resume();
  }
}
