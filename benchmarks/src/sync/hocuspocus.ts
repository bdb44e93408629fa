import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { Connect } from './provider-contender.ts';

/** Hocuspocus: all documents on one socket. */
export const connectHocuspocus: Connect = (port, docs, counter) => {
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}`,
    WebSocketPolyfill: counter.Socket,
  });
  const providers: HocuspocusProvider[] = [];
  const synced = Promise.all(
    docs.map(
      (document, at) =>
        new Promise<void>((done) => {
          const provider = new HocuspocusProvider({
            websocketProvider,
            name: `doc-${at}`,
            document,
            onSynced: () => done(),
          });
          provider.attach();
          providers.push(provider);
        }),
    ),
  ).then(() => undefined);
  return {
    synced,
    disconnect: () => {
      for (const provider of providers) provider.destroy();
      websocketProvider.destroy();
    },
  };
};
