import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { precache, serviceWorkerFile } from './build/precache.ts';

/** Where the server listens while `vite` serves the app in development. */
const server = process.env['CASEWEAVE_SERVER'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react(), precache()],
  // Two copies of Yjs would not recognise each other's documents.
  resolve: { conditions: ['@caseweave/source', ...defaultClientConditions], dedupe: ['yjs', 'y-protocols', 'react'] },
  css: {
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { quietDeps: true } },
  },
  build: {
    target: 'es2023',
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/service-worker/service-worker.ts' },
      output: {
        // What seldom changes is apart from the app's own code, so that a new version of the app brings little.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// },
            { name: 'documents', test: /node_modules\/(?:yjs|lib0|y-protocols|zod|idb)\// },
          ],
        },
        entryFileNames: ({ name }) => (name === 'service-worker' ? serviceWorkerFile : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/demo': server,
      '/graphql': server,
      '/healthz': server,
      '/sign-in.json': server,
      '/sync': { target: server, ws: true },
    },
  },
});
