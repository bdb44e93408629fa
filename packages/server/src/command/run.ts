import { parseArgs } from 'node:util';
import { EmbeddedPostgresError } from '@caseweave/embedded-postgres';
import { StartFailure } from '../database/start-failure.ts';
import type { Command, Given } from './command.ts';
import type { ProcessContext } from './process-context.ts';

/**
 * Runs the command that the arguments name, `start` where they name none, and gives the process's exit code. A failure that
 * has words for the person at the terminal is said to them; any other is thrown.
 */
export async function run(
  commands: Readonly<Record<string, Command>>,
  args: readonly string[],
  context: ProcessContext,
): Promise<number> {
  try {
    const [first] = args;
    const isNamed = first !== undefined && !first.startsWith('-');
    const name = isNamed ? first : 'start';
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw noCommand(commands, name);
    await command.run({ ...context, ...parsed(commands, name, command, args.slice(isNamed ? 1 : 0)) });
    return 0;
  } catch (error) {
    if (!(error instanceof StartFailure || error instanceof EmbeddedPostgresError)) throw error;
    context.complain(error instanceof StartFailure ? error.message : `${error.message} ${storeSettings}`);
    return 1;
  }
}

/** What the embedded PostgreSQL cannot say, since it does not know how a command is told where its data lies. */
const storeSettings = 'CASEWEAVE_DATA names the data folder, CASEWEAVE_DATABASE_URL a PostgreSQL of your own.';

function parsed(
  commands: Readonly<Record<string, Command>>,
  name: string,
  { options = [], flags = [], operand }: Command,
  args: readonly string[],
): Pick<Given, 'options' | 'flags' | 'operand'> {
  const { values, positionals } = parse(args, [
    ...options.map((option) => [option, { type: 'string' }] as const),
    ...flags.map((flag) => [flag, { type: 'boolean' }] as const),
  ]);
  if (positionals.length > (operand === undefined ? 0 : 1)) throw noCommand(commands, [name, ...positionals].join(' '));
  const given = Object.entries(values);
  return {
    options: Object.fromEntries(given.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))),
    flags: new Set(given.flatMap(([key, value]) => (value === true ? [key] : []))),
    operand: positionals[0],
  };
}

function parse(
  args: readonly string[],
  options: readonly (readonly [string, { readonly type: 'string' | 'boolean' }])[],
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: Object.fromEntries(options) });
  } catch (error) {
    throw new StartFailure('bad-option', error instanceof Error ? error.message : 'The command line cannot be read.', {
      cause: error,
    });
  }
}

function noCommand(commands: Readonly<Record<string, Command>>, typed: string): StartFailure {
  const known = Object.entries(commands).map(([name, { operand }]) =>
    operand === undefined ? name : `${name} ${operand}`,
  );
  const last = known.pop() ?? '';
  const list = known.length === 0 ? last : `${known.join(', ')} or ${last}`;
  return new StartFailure('bad-option', `There is no command "${typed}": use ${list}.`);
}
