import { pino } from 'pino';
import type { Command } from './command.ts';
import { run } from './run.ts';

/** Runs a program of these commands as this process: arguments, environment, signals, log and exit code are its own. */
export async function main(commands: Readonly<Record<string, Command>>): Promise<void> {
  const log = pino(
    { level: process.env['CASEWEAVE_LOG'] ?? 'info', base: null },
    pino.destination({ dest: 2, sync: true }),
  );

  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  // Ctrl-C reaches us and whoever started us, who may pass it on: asking twice stops once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop());
  // Whoever started us was killed: nobody is left to stop us, and the port would stay taken.
  process.once('disconnect', () => stop());

  process.exitCode = await run(commands, process.argv.slice(2), {
    env: process.env,
    say: (words) => process.stdout.write(`${words}\n`),
    complain: (words) => process.stderr.write(`${words}\n`),
    // What an error says may quote what people wrote, so only its kind is logged.
    report: (where, error) => log.error({ where, kind: kindOf(error) }, 'something failed'),
    stopped,
  });
  // An open channel to whoever started us would keep us alive.
  if (process.connected) process.disconnect();
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}
