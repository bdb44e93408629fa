import { StartFailure } from '../database/start-failure.ts';
import type { ProcessContext } from './process-context.ts';

/** One command of a program, such as `start`. */
export interface Command {
  /** Its options that take a value, without the dashes. */
  readonly options?: readonly string[];
  /** Its options that are there or not, without the dashes. */
  readonly flags?: readonly string[];
  /** What it is about, such as `<file>`; it takes nothing where this is left out. */
  readonly operand?: string;
  run(given: Given): Promise<void>;
}

/** What a command was given on the command line, and its context. */
export interface Given extends ProcessContext {
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
  readonly operand: string | undefined;
}

/** Reads a whole number that was given under a name; undefined if it was not, or is empty. */
export function givenNumber(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new StartFailure('bad-option', `${name} must be a whole number from ${least} to ${most}.`);
}
