import { issueToken, type RunningServer } from '@caseweave/server';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** A document with the stock provider, as any Yjs editor would have it, and what tests wait for. */
export class StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Each code that a socket of it was closed with. */
  readonly codes: number[] = [];
  /** Set once it has stopped for good. */
  closed: { readonly code: number; readonly reason: string } | undefined;
  /** All that came, as one text in which a word can be looked for. */
  heard = '';
  #waiting: { readonly is: () => boolean; readonly done: () => void; readonly failed: (error: Error) => void }[] = [];

  constructor(url: string, section: string, token: string, doc = new Y.Doc()) {
    this.doc = doc;
    const hear = (bytes: Buffer) => {
      this.heard += bytes.toString('latin1');
    };
    class Heard extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols);
        this.on('message', hear);
      }
    }
    this.provider = new WebsocketProvider(`${url.replace('http', 'ws')}/y`, section, doc, {
      protocols: ['caseweave.y.v1', token],
      WebSocketPolyfill: Heard as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 200,
    });
    this.provider.on('closed', (event) => {
      this.closed = event;
      this.#check();
    });
    this.provider.on('connection-close', (event) => {
      if (event !== null) this.codes.push(event.code);
      this.#check();
    });
    this.provider.on('sync', () => this.#check());
    this.provider.awareness.on('change', () => this.#check());
    doc.on('update', () => this.#check());
  }

  get story(): Y.Text {
    return this.doc.getText('story/');
  }

  /** Waits until something holds; it is looked at whenever something happens here. */
  until(is: () => boolean): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ is, done, failed });
      this.#check();
    });
  }

  synced(): Promise<void> {
    return this.until(() => this.provider.synced);
  }

  reads(words: string): Promise<void> {
    return this.until(() => this.story.toJSON() === words);
  }

  /** Waits until it has stopped for good. */
  async stopped(): Promise<number> {
    await this.until(() => this.closed !== undefined);
    return this.closed?.code ?? 0;
  }

  /** The others who are here, as a stock editor would show them. */
  get others(): readonly unknown[] {
    const states = [...this.provider.awareness.getStates()];
    return states.flatMap(([client, state]) => (client === this.doc.clientID ? [] : [state]));
  }

  close(): void {
    this.provider.destroy();
    this.doc.destroy();
  }

  #check(): void {
    this.#waiting = this.#waiting.filter(({ is, done, failed }) => {
      if (is()) {
        done();
        return false;
      }
      if (this.closed === undefined) return true;
      failed(new Error(`The server closed the connection with ${this.closed.code}: ${this.closed.reason}`));
      return false;
    });
  }
}

/** Makes stock clients for tests, and closes them. */
export function stockClients() {
  const made: StockClient[] = [];
  return {
    async open(server: RunningServer, principal: string, section: string, doc?: Y.Doc): Promise<StockClient> {
      const { token } = await issueToken(server.node.authority, principal, server.node.now());
      return this.openWith(server.url, token, section, doc);
    },
    openWith(url: string, token: string, section: string, doc?: Y.Doc): StockClient {
      const client = new StockClient(url, section, token, doc);
      made.push(client);
      return client;
    },
    closeAll(): void {
      for (const client of made.splice(0)) client.close();
    },
  };
}
