import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, so that its processor time is its own. */
export class ChildServer {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /** Starts a program that tells its port, and its processor time when asked. */
  static async start(program: string, args: readonly string[] = []): Promise<ChildServer> {
    const child = fork(fileURLToPath(new URL(program, import.meta.url)), [...args]);
    const said = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => null)]);
    if (said === null) throw new Error(`${program} ended before it served.`);
    const [{ port }] = said as [{ readonly port: number }];
    return new ChildServer(child, port);
  }

  /** Milliseconds of processor time since it started. */
  async cpu(): Promise<number> {
    this.#child.send({});
    const [said] = (await once(this.#child, 'message')) as [{ readonly cpu: number }];
    return said.cpu;
  }

  /** A token of whoever the program signs in. */
  async token(): Promise<string> {
    this.#child.send({ token: true });
    const [said] = (await once(this.#child, 'message')) as [{ readonly token: string }];
    return said.token;
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.disconnect();
    await gone;
  }
}
