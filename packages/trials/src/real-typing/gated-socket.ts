import { WebSocket } from 'ws';

/** What a browser's WebSocket tells of a message. */
interface Message {
  readonly data: ArrayBuffer;
}

/** Holds back what others have written until it is asked for, as a slow network would. */
export class Gate {
  readonly #held: (() => void)[] = [];
  #arrived: (() => void) | undefined;
  #failed: ((error: Error) => void) | undefined;
  #broken: Error | undefined;

  /** Nothing more will come. */
  break(error: Error): void {
    this.#broken = error;
    this.#failed?.(error);
  }

  hold(pass: () => void): void {
    this.#held.push(pass);
    this.#arrived?.();
  }

  /** Lets the next one through, waiting for it if need be. */
  async pass(): Promise<void> {
    if (this.#held.length === 0) {
      await new Promise<void>((arrived, failed) => {
        this.#arrived = arrived;
        this.#failed = failed;
        if (this.#broken !== undefined) failed(this.#broken);
      });
    }
    this.#held.shift()?.();
  }
}

const SYNC = 0;
const UPDATE = 2;

/** As much of a browser's WebSocket as the stock provider uses, with a gate before the updates that come. */
export class GatedSocket {
  onmessage: ((message: Message) => void) | null = null;
  onopen: (() => void) | null = null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  readonly OPEN = WebSocket.OPEN;
  readonly #socket: WebSocket;

  constructor(gate: Gate, url: string, protocols: string[]) {
    this.#socket = new WebSocket(url, protocols);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.on('open', () => this.onopen?.());
    this.#socket.on('error', (error) => this.onerror?.(error));
    this.#socket.on('close', (code, reason) => this.onclose?.({ code, reason: reason.toString() }));
    this.#socket.on('message', (data: ArrayBuffer) => {
      const [type, step] = new Uint8Array(data, 0, Math.min(2, data.byteLength));
      if (type === SYNC && step === UPDATE) gate.hold(() => this.onmessage?.({ data }));
      else this.onmessage?.({ data });
    });
  }

  get readyState(): number {
    return this.#socket.readyState;
  }

  send(bytes: Uint8Array): void {
    this.#socket.send(bytes);
  }

  close(): void {
    this.#socket.close();
  }
}
