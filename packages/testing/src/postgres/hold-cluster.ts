import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '@caseweave/embedded-postgres';
import { startTcpCluster } from './tcp-cluster.ts';

// Runs a PostgreSQL for as long as whoever started this process lives: their end closes our input.
const { shared, close } = process.argv[2] === 'url' ? await byUrl() : await embedded();
process.stdout.write(JSON.stringify(shared));
process.stdin.resume();
await once(process.stdin, 'end');
await close();

async function embedded() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'server-'));
  await chmod(dataFolder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataFolder });
  return {
    shared: { type: 'embedded', connection: postgres.connection },
    async close() {
      await postgres.stop();
      await removeEmbeddedPostgres(dataFolder);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function byUrl() {
  const { url, adminUrl, close } = await startTcpCluster();
  return { shared: { type: 'url', url, adminUrl }, close };
}
