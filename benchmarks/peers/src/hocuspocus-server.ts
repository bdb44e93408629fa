import { Server } from '@hocuspocus/server';
import { serveParent } from './serve-parent.ts';

// With its defaults it closes a socket that asks for more than a hundred documents at once.
const server = new Server({
  quiet: true,
  stopOnSignals: false,
  maxPendingDocuments: 100_000,
  maxUnauthenticatedQueueMessages: 1_000_000,
  maxUnauthenticatedQueueSize: 1_000_000_000,
  address: '127.0.0.1',
});
await server.listen(0);
serveParent(server.httpServer);
