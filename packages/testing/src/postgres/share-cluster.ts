import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestProject } from 'vitest/node';
import type { SharedPostgres } from './shared-postgres.ts';

/** Starts one PostgreSQL for all test files of a project; each file makes a database of its own in it. */
export async function shareCluster(project: TestProject, type: 'embedded' | 'url'): Promise<() => Promise<void>> {
  const script = new URL('./hold-cluster.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--conditions=@caseweave/source', script, type], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C is for us: it ends when we do, and in good order.
    detached: true,
  });
  const exited = once(child, 'exit');
  const said = await Promise.race([once(child.stdout, 'data'), exited.then(() => undefined)]);
  if (said === undefined) throw new Error('The PostgreSQL for tests did not start: see above.');
  const [bytes] = said as [Buffer];
  project.provide('postgres', JSON.parse(bytes.toString('utf8')) as SharedPostgres);
  return async () => {
    child.stdin.end();
    await exited;
  };
}
