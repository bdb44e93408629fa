#!/usr/bin/env node
import { pino } from 'pino';
import { run } from './command/run.ts';

const log = pino(
  { level: process.env['CASEWEAVE_LOG'] ?? 'info', base: null },
  pino.destination({ dest: 2, sync: true }),
);

const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
// Ctrl-C reaches us and whoever started us, who may pass it on: asking twice stops once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop());
// Whoever started us was killed: nobody is left to stop us, and the port would stay taken.
process.once('disconnect', () => stop());

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  say: (words) => process.stdout.write(`${words}\n`),
  complain: (words) => process.stderr.write(`${words}\n`),
  // What an error says may quote what people wrote, so only its kind is logged.
  report: (where, error) => log.error({ where, kind: kindOf(error) }, 'something failed'),
  stopped,
});
// An open channel to whoever started us would keep us alive.
if (process.connected) process.disconnect();

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}
