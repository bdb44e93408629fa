import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** Where the server listens while `vite` serves the app in development. */
const server = process.env['CASEWEAVE_SERVER'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react()],
  // Two copies of Yjs would not recognise each other's documents.
  resolve: { conditions: ['@caseweave/source', ...defaultClientConditions], dedupe: ['yjs', 'y-protocols', 'react'] },
  css: {
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { quietDeps: true } },
  },
  build: {
    target: 'es2023',
    // Quill is most of the code that is left, and comes only when a story is opened.
    chunkSizeWarningLimit: 700,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/demo': server,
      '/graphql': server,
      '/healthz': server,
      '/sync': { target: server, ws: true },
    },
  },
});
