import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** Where the server listens while `vite` serves the page. */
const server = process.env['CASEWEAVE_SERVER'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react()],
  // Two copies of Yjs would not recognise each other's documents.
  resolve: { conditions: ['@caseweave/source', ...defaultClientConditions], dedupe: ['yjs', 'react'] },
  server: { host: '127.0.0.1', proxy: { '/demo': server, '/sync': { target: server, ws: true } } },
});
