import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../packages/early-help-server/src/main.ts', import.meta.url));

/** A server in a process of its own with a demo authority of so many families. */
export async function startDemo(families: number, port: number): Promise<AsyncDisposable & { readonly url: string }> {
  const data = await mkdtemp(join(tmpdir(), 'caseweave-bench-'));
  const child = spawn(process.execPath, [...process.execArgv, program, 'start', '--families', String(families)], {
    env: { ...process.env, PORT: String(port), CASEWEAVE_DATA: data },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok === true) break;
    await pause(100);
  }
  if (child.exitCode !== null) throw new Error('The server did not start.');
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill('SIGINT');
      await once(child, 'exit');
      await rm(data, { recursive: true, force: true });
    },
  };
}
