import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The folder of the app as `npm test` builds it. */
export const builtApp = join(root, 'examples/family-plan/dist');

/** A real server in a process of its own, on its own PostgreSQL, that a test may kill and start again. */
export class RunningServer {
  readonly url: string;
  readonly #port: number;
  readonly #data: string;
  readonly #arguments: readonly string[];
  readonly #settings: Readonly<Record<string, string>>;
  readonly #program: string;
  #child: ChildProcess | undefined;
  #said = '';

  private constructor(
    port: number,
    data: string,
    given: readonly string[],
    settings: Readonly<Record<string, string>>,
    program: string,
  ) {
    this.#program = program;
    this.#settings = settings;
    this.#port = port;
    this.#data = data;
    this.#arguments = given;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Starts a server with a fresh demo authority of so many families, which serves the built app of a folder. */
  static async start(app = builtApp, families = 40): Promise<RunningServer> {
    const server = await RunningServer.with({}, app, ['--families', String(families)]);
    await server.startAgain();
    return server;
  }

  /**
   * A server with settings, and arguments, of its own and an empty store, which is not started yet.
   *
   * @param program - named from the root; the server for early help, unless said otherwise
   */
  static async with(
    settings: Readonly<Record<string, string>>,
    app = builtApp,
    given: readonly string[] = [],
    program = 'packages/early-help-server/src/main.ts',
  ): Promise<RunningServer> {
    const data = await mkdtemp(join(tmpdir(), 'caseweave-trial-'));
    // PostgreSQL's user may enter, so that its data lie in here too and go with it.
    await chmod(data, 0o755);
    return new RunningServer(await freePort(), data, ['--app', app, ...given], settings, program);
  }

  /** Runs another command on its store, while it does not run itself. */
  async command(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
    const child = this.#spawn(args);
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code: code ?? -1, said: this.#said };
  }

  /** Starts it on the store that it had, and waits until it serves. */
  async startAgain(): Promise<void> {
    const child = this.#spawn(['start', ...this.#arguments]);
    this.#child = child;
    await this.#serving(child);
  }

  /** Ends it as a power cut would end a process: at once, without a word to anybody. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it as Ctrl-C does, and removes its store. */
  async stop(): Promise<void> {
    await this.#end('SIGINT');
    await rm(this.#data, { recursive: true, force: true });
  }

  #spawn(args: readonly string[]): ChildProcess {
    const main = join(root, this.#program);
    const child = spawn(process.execPath, ['--conditions=@caseweave/source', main, ...args], {
      env: { ...process.env, PORT: String(this.#port), CASEWEAVE_DATA: this.#data, ...this.#settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#said = '';
    const note = (bytes: Buffer) => {
      this.#said = `${this.#said}${bytes.toString('utf8')}`.slice(-4_000);
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    return child;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  async #serving(child: ChildProcess): Promise<void> {
    const until = Date.now() + 120_000;
    while (Date.now() < until && child.exitCode === null) {
      // A connection that is refused is refused at once: between two tries the machine has something better to do.
      const answer = await fetch(`${this.url}/healthz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      if (answer?.ok === true) return;
      await new Promise((again) => setTimeout(again, 50));
    }
    throw new Error(`The server did not start.\n${this.#said}`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
