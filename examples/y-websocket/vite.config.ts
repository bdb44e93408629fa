import { defineConfig } from 'vite';

/** Where the server listens while `vite` serves the page in development. */
const server = process.env['CASEWEAVE_SERVER'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  // It may lie in any folder of a server.
  base: './',
  // Two copies of Yjs would not recognise each other's documents.
  resolve: { dedupe: ['yjs', 'y-protocols'] },
  build: { target: 'es2023' },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/demo': server,
      '/graphql': { target: server, headers: { origin: server } },
      // The server takes WebSockets of its own pages only: to it, this page is one.
      '/y/': { target: server, ws: true, rewriteWsOrigin: true },
    },
  },
});
