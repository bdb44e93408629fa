import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { Story } from './find-story.ts';

/** Puts a document onto a section, by the stock provider as it is published. */
export function openSection(
  server: string,
  { section, token }: Story,
  doc: Y.Doc,
  options: { readonly WebSocketPolyfill?: typeof WebSocket } = {},
): WebsocketProvider {
  return new WebsocketProvider(`${server.replace(/^http/, 'ws')}/y`, section, doc, {
    // The token is no part of the address, which proxies write down.
    protocols: ['caseweave.y.v1', token],
    // The provider's channel between tabs knows neither persons nor rights.
    disableBc: true,
    ...options,
  });
}
