import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CLOSE, WIRE } from '@caseweave/protocol';
import { WebSocketServer } from 'ws';
import type { Node } from '../node/node.ts';
import { Connection } from './connection.ts';

/** The endpoint for devices at `/sync`. */
export interface SyncEndpoint {
  /** Takes over a request to upgrade. The origin is checked before anything is answered. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye to everyone, and waits a moment for them to hear it. */
  stop(): Promise<void>;
}

const GOODBYE_WITHIN = 500;

/**
 * Messages of over a kilobyte are compressed where the device can. Each by itself: a window kept for every connection
 * would cost more memory than a connection. `maxPayload` bounds what a message inflates to.
 */
const compression = {
  threshold: 1024,
  serverNoContextTakeover: true,
  clientNoContextTakeover: true,
  zlibDeflateOptions: { level: 3 },
};

/** Makes the endpoint for devices. */
export function syncEndpoint(node: Node, isAllowed: (origin: string | undefined) => boolean): SyncEndpoint {
  const connections = new Set<Connection>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: WIRE.frameBytes,
    perMessageDeflate: compression,
    handleProtocols: (offered) => (offered.has(WIRE.subprotocol) ? WIRE.subprotocol : false),
  });
  return {
    upgrade(request, socket, head) {
      if (!isAllowed(request.headers.origin)) return refuse(socket, '403 Forbidden');
      const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
      if (!offered.includes(WIRE.subprotocol)) return refuse(socket, '400 Bad Request');
      server.handleUpgrade(request, socket, head, (opened) => {
        const connection = new Connection(node, opened);
        connections.add(connection);
        opened.on('close', () => connections.delete(connection));
      });
    },
    async stop() {
      const gone = [...server.clients].map((client) => once(client, 'close'));
      for (const connection of connections)
        connection.end(CLOSE.restarting, 'The server is restarting. Trying again shortly.', 500);
      const patience = setTimeout(() => server.clients.forEach((client) => client.terminate()), GOODBYE_WITHIN);
      await Promise.all(gone);
      clearTimeout(patience);
      server.close();
    },
  };
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};
