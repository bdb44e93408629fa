/**
 * The command `caseweave-laws`, for scripts of one's own that start it: `process.exitCode = await run(arguments)`.
 *
 * @packageDocumentation
 */
export { run, type CommandContext } from './run.ts';
export type { Terminal } from './progress.ts';
