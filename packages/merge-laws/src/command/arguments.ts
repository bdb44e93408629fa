import { parseArgs } from 'node:util';
import { allLaws, lawOf, type Law } from '../laws.ts';

/** What the command was asked to do. */
export interface Arguments {
  readonly modules: readonly string[];
  readonly runs: number;
  readonly seed: number;
  readonly path: string | undefined;
  /** The name of the one subject to check. */
  readonly only: string | undefined;
  readonly laws: readonly Law[];
  readonly replicas: number | undefined;
  readonly steps: number | undefined;
  readonly causal: boolean;
  readonly out: string;
}

/** The arguments as read, or what is wrong with them; asking for help is neither. */
export type ReadArguments =
  | { readonly type: 'asked'; readonly asked: Arguments }
  | { readonly type: 'help' }
  | { readonly type: 'wrong'; readonly words: string };

/** How the command is used. */
export const usage = `Usage: caseweave-laws <module>… [options]
       caseweave-laws schema <module> [options]     compares with released versions, prints documentation

Checks that merging keeps the ten laws, over random histories of every section (or subject) that a module exports.

  --runs N        how many histories of each (1,000)
  --seed S        the seed to begin with; a failure prints its own (random)
  --path P        where in the seed's histories a failure was: replays that one alone
  --only NAME     checks the section or subject of that name alone
  --laws L        the laws to check, by number or name: 1,2,undo-is-mine (all)
  --replicas N    at most so many replicas in a history (4)
  --steps N       at most so many steps in a history (30)
  --not-causal    let edits arrive before those that they were based on, which breaks the laws
  --out FOLDER    where a failure's picture and test are written (merge-laws-report)
  --help          this

A module may export \`lawOptions\`, which is told to every section: { values: { 'path': [...] }, rules: [...], versions: [...] }.
Ends with 0 if every law held, 1 if one was broken, 2 if nothing could be checked, 130 if it was stopped.`;

/** Reads the command's arguments. */
export function readArguments(given: readonly string[], randomSeed: () => number): ReadArguments {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        runs: { type: 'string' },
        seed: { type: 'string' },
        path: { type: 'string' },
        only: { type: 'string' },
        laws: { type: 'string' },
        replicas: { type: 'string' },
        steps: { type: 'string' },
        'not-causal': { type: 'boolean' },
        out: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { type: 'help' };
  if (positionals.length === 0) return wrong('Name the module that exports the schema.');
  const named = values.laws?.split(',').map((law) => law.trim());
  const laws = named === undefined ? allLaws : named.flatMap((law) => lawOf(law) ?? []);
  const unknown = named?.find((law) => lawOf(law) === undefined);
  if (unknown !== undefined)
    return wrong(`There is no law ${unknown}: give numbers from 1 to 10, or names such as nothing-lost.`);
  for (const name of ['runs', 'seed', 'replicas', 'steps'] as const) {
    const value = values[name];
    if (value !== undefined && !(/^-?\d+$/.test(value) && Number.isSafeInteger(Number(value))))
      return wrong(`--${name} is a whole number, not ${value}.`);
    if (name !== 'seed' && value !== undefined && Number(value) < 1) return wrong(`--${name} is at least 1.`);
    // Each is called by a letter.
    if (name === 'replicas' && Number(value) > 26) return wrong('--replicas is at most 26.');
  }
  const number = (value: string | undefined): number | undefined => (value === undefined ? undefined : Number(value));
  return {
    type: 'asked',
    asked: {
      modules: positionals,
      runs: number(values.runs) ?? 1_000,
      seed: number(values.seed) ?? randomSeed(),
      path: values.path,
      only: values.only,
      laws,
      replicas: number(values.replicas),
      steps: number(values.steps),
      causal: values['not-causal'] !== true,
      out: values.out ?? 'merge-laws-report',
    },
  };
}

const wrong = (words: string): ReadArguments => ({ type: 'wrong', words });
