import { WebsocketProvider } from 'y-websocket';
import type { Connect } from './provider-contender.ts';

/** The stock client: one socket a document. */
export const connectYWebsocket: Connect = (port, docs, counter) => {
  const Socket = counter.Socket;
  const providers = docs.map(
    (doc, at) =>
      new WebsocketProvider(`ws://127.0.0.1:${port}`, `doc-${at}`, doc, {
        // The provider asks for a browser's class and calls what both have.
        WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      }),
  );
  return {
    synced: Promise.all(
      providers.map((provider) => new Promise<void>((done) => provider.once('sync', () => done()))),
    ).then(() => undefined),
    disconnect: () => providers.forEach((provider) => provider.destroy()),
  };
};
