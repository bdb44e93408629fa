import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Desk } from './desk.ts';
import type { TypingPlace } from './find-place.ts';
import { Gate, GatedSocket } from './gated-socket.ts';
import type { Stretch } from './trace.ts';
import { typeChanges } from './type-changes.ts';

/** What a document has to hold to show a stretch. */
interface WrittenState {
  readonly client: number;
  readonly clock: number;
  readonly deleted: readonly { readonly client: number; readonly clock: number; readonly len: number }[];
}

/** A stock Yjs document with the stock provider: each change is an update of its own, and nothing acknowledges it. */
export class StockDesk implements Desk {
  readonly #doc = new Y.Doc();
  readonly #gate = new Gate();
  readonly #provider: WebsocketProvider;
  readonly #written: WrittenState[] = [];
  #other: StockDesk | undefined;
  #told: (() => void) | undefined;
  #received = 0;

  private constructor(url: string, token: string, { section }: TypingPlace) {
    const gate = this.#gate;
    class OwnSocket extends GatedSocket {
      constructor(address: string, protocols: string[]) {
        super(gate, address, protocols);
      }
    }
    this.#provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/y`, section, this.#doc, {
      protocols: ['caseweave.y.v1', token],
      disableBc: true,
      WebSocketPolyfill: OwnSocket as unknown as typeof WebSocket,
    });
  }

  /** Opens two desks at one place. */
  static async openTwo(url: string, place: TypingPlace): Promise<readonly [StockDesk, StockDesk]> {
    const [one, other] = place.tokens.map((token) => new StockDesk(url, token, place));
    if (one === undefined || other === undefined) throw new Error('Two people type.');
    one.#other = other;
    other.#other = one;
    await Promise.all([one.#synced(), other.#synced()]);
    return [one, other];
  }

  get text(): string {
    return this.#doc.getText('story/').toJSON();
  }

  async type(stretch: Stretch): Promise<void> {
    const deleted: { client: number; clock: number; len: number }[] = [];
    const note = (update: Uint8Array) => {
      for (const [client, ranges] of Y.decodeUpdate(update).ds.clients)
        for (const { clock, len } of ranges) deleted.push({ client, clock, len });
    };
    this.#doc.on('update', note);
    typeChanges(this.#doc.getText('story/'), stretch);
    this.#doc.off('update', note);
    const client = this.#doc.clientID;
    this.#written.push({ client, clock: Y.getState(this.#doc.store, client), deleted });
    this.#told?.();
    // The socket's turn.
    await new Promise((turn) => setImmediate(turn));
  }

  async receive(stretches: number): Promise<void> {
    for (; this.#received < stretches; this.#received += 1) {
      const written = await this.#other?.wrote(this.#received);
      if (written !== undefined) await this.#show(written);
    }
  }

  /** What somebody has to show who has seen a stretch of this desk, once it is typed. */
  async wrote(stretch: number): Promise<WrittenState> {
    for (;;) {
      const written = this.#written[stretch];
      if (written !== undefined) return written;
      await new Promise<void>((told) => (this.#told = told));
    }
  }

  close(): void {
    this.#provider.destroy();
    this.#doc.destroy();
  }

  async #show(written: WrittenState): Promise<void> {
    while (!this.#shows(written)) await this.#gate.pass();
  }

  #shows({ client, clock, deleted }: WrittenState): boolean {
    const { store } = this.#doc;
    return (
      Y.getState(store, client) >= clock &&
      deleted.every((range) => Y.getState(store, range.client) >= range.clock + range.len && isDeleted(store, range))
    );
  }

  #synced(): Promise<void> {
    return new Promise((synced, failed) => {
      this.#provider.on('sync', () => synced());
      // What it would catch up with after another connection is more than its author had on the screen.
      this.#provider.on('connection-close', (event) => {
        if (event === null) return;
        const error = new Error(`The server closed the connection (${event.code}).`);
        failed(error);
        this.#gate.break(error);
      });
    });
  }
}

function isDeleted(store: Y.Doc['store'], range: WrittenState['deleted'][number]): boolean {
  const structs = store.clients.get(range.client) ?? [];
  for (let at = Y.findIndexSS(structs, range.clock); at < structs.length; at += 1) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= range.clock + range.len) return true;
    if (!struct.deleted) return false;
  }
  return true;
}
