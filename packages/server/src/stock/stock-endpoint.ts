import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Node } from '../node/node.ts';
import { Allowance } from './allowance.ts';
import { letIn } from './let-in.ts';
import { SectionStates } from './section-states.ts';
import { type Ending, ENDINGS, STOCK_CLOSE } from './stock-close.ts';
import { sectionOfPath, StockConnection, type StockShared } from './stock-connection.ts';
import { STOCK } from './stock-limits.ts';

/** The endpoint for stock y-websocket clients at `/y/<section id>`. */
export interface StockEndpoint {
  /** Takes over a request to upgrade. The origin is checked before anything is answered. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye to everyone, and waits a moment for them to hear it. */
  stop(): Promise<void>;
}

const GOODBYE_WITHIN = 500;
const TOO_LARGE = 1009;

/** A message that is too large to be read ends with a code that stock clients do not try again after. */
class StockSocket extends WebSocket {
  override close(code?: number, words?: string | Buffer): void {
    if (code === TOO_LARGE) super.close(STOCK_CLOSE.tooLarge, ENDINGS.tooLarge.words);
    else super.close(code, words);
  }
}

/** Makes the endpoint for stock clients. */
export function stockEndpoint(node: Node, isAllowed: (origin: string | undefined) => boolean): StockEndpoint {
  const connections = new Map<string, Set<StockConnection>>();
  const claims = new Map<string, Allowance>();
  const shared: StockShared = {
    node,
    states: new SectionStates(node.database.db, node.authority.id),
    shown: new Map(),
    claimsOf(principal) {
      const own = claims.get(principal) ?? new Allowance(STOCK.claimBurst, STOCK.claimsPerSecond, node.now);
      claims.set(principal, own);
      return own;
    },
  };
  const server = new WebSocketServer({
    noServer: true,
    // Twice what is taken: what is a little too large is read and answered, what is much too large is not read.
    maxPayload: 2 * STOCK.messageBytes,
    perMessageDeflate: false,
    WebSocket: StockSocket,
    handleProtocols: () => STOCK.subprotocol,
  });
  const beats = setInterval(() => {
    for (const own of connections.values()) for (const connection of own) connection.beat();
    for (const [principal, allowance] of claims) if (allowance.isWhole) claims.delete(principal);
  }, STOCK.beatEvery);
  let stopped = false;

  const settled = async (connection: StockConnection, own: Set<StockConnection>): Promise<void> => {
    await connection.settled();
    own.delete(connection);
    const { id } = connection.known.who;
    if (own.size === 0 && connections.get(id) === own) connections.delete(id);
  };

  const begin = async (opened: WebSocket, section: string, token: string): Promise<void> => {
    // Nothing is read from it before it is known who this is.
    opened.pause();
    const end = ({ code, words }: Ending) => {
      opened.resume();
      opened.close(code, words);
    };
    const entry = await letIn(node, section, token).catch((error: unknown) => {
      node.report('stock', error);
      return ENDINGS.tryAgain;
    });
    if ('code' in entry) return end(entry);
    if (stopped) return end(ENDINGS.restarting);
    const { id } = entry.known.who;
    const own = connections.get(id) ?? new Set();
    if (own.size >= STOCK.connectionsOfOne) return end(ENDINGS.busy);
    // It went while it was found out who it is.
    if (opened.readyState !== opened.OPEN) return;
    const connection = new StockConnection(shared, opened, entry);
    connections.set(id, own.add(connection));
    opened.on('close', () => void settled(connection, own));
    opened.resume();
  };

  return {
    upgrade(request, socket, head) {
      if (!isAllowed(request.headers.origin)) return refuse(socket, '403 Forbidden');
      const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
      if (!offered.includes(STOCK.subprotocol)) return refuse(socket, '400 Bad Request');
      const token = offered.find((one) => one !== STOCK.subprotocol) ?? '';
      server.handleUpgrade(request, socket, head, (opened) => {
        opened.on('error', () => undefined);
        void begin(opened, sectionOfPath(request.url ?? ''), token);
      });
    },
    async stop() {
      stopped = true;
      clearInterval(beats);
      const gone = [...server.clients].map((client) => once(client, 'close'));
      const all = [...connections.values()].flatMap((own) => [...own]);
      for (const connection of all) connection.end(ENDINGS.restarting);
      const patience = setTimeout(() => server.clients.forEach((client) => client.terminate()), GOODBYE_WITHIN);
      await Promise.all(gone);
      clearTimeout(patience);
      await Promise.all(all.map((connection) => connection.settled()));
      server.close();
    },
  };
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};
