import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Two copies of Yjs would not recognise each other's documents.
  resolve: { conditions: ['@caseweave/source', ...defaultClientConditions], dedupe: ['yjs', 'react'] },
  build: { target: 'es2023', chunkSizeWarningLimit: 1000 },
});
