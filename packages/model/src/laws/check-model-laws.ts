import fc from 'fast-check';
import type { Directory } from '../memory/authority.ts';
import type { Model } from '../model/model.ts';
import type { LawValues } from './drawn-value.ts';
import { type Step, histories } from './history.ts';
import { type ModelLaw, modelLaws } from './law.ts';
import { ModelLawBroken } from './model-law-broken.ts';
import { playHistory } from './play-history.ts';

/** Over what, and how long, the laws of a model are checked. */
export interface ModelLawOptions {
  /** Those who decide, and the units that there are: some of each sort, so that all seats are reached. */
  readonly directory: Directory;
  /** Values that make sense in forms, where their kind does not say which do: names of sections, identifiers. */
  readonly values?: LawValues;
  /** How many histories; without it, as many as fast-check is told to make. */
  readonly runs?: number;
  /** At most so many decisions in a history. */
  readonly steps?: number;
  /** The seed that the histories follow from, and where in them to begin: what a failure printed. */
  readonly seed?: number;
  readonly path?: string;
  /** The laws to check; without it, all. */
  readonly laws?: readonly ModelLaw[];
}

/** What a check came to, where every law held. */
export interface ModelLawSummary {
  readonly model: string;
  readonly laws: readonly ModelLaw[];
  readonly runs: number;
  readonly seed: number;
  /** How often each decision of the model was taken: one that never was shows nothing. */
  readonly taken: Readonly<Record<string, number>>;
}

/**
 * Checks that a model keeps its laws, over random decisions that are made of what its forms ask.
 *
 * @throws ModelLawBroken with the shortest history found, as soon as one breaks a law
 */
export function checkModelLaws(model: Model, options: ModelLawOptions): ModelLawSummary {
  const { directory, values = {}, runs, steps = 30, seed, path } = options;
  const laws = new Set(options.laws ?? (Object.keys(modelLaws) as ModelLaw[]));
  const taken = new Map([...model.decisions.keys()].map((name) => [name, 0]));
  const property = fc.property(histories(model, steps, values), (history: readonly Step[]) => {
    const played = playHistory(model, directory, history, laws);
    for (const [at, { outcome }] of played.steps.entries()) {
      const name = history[at]?.decision;
      if (name !== undefined && outcome === 'decided') taken.set(name, (taken.get(name) ?? 0) + 1);
    }
    return played.breach === undefined;
  });
  const result = fc.check(property, {
    ...(runs !== undefined && { numRuns: runs }),
    ...(seed !== undefined && { seed }),
    ...(path !== undefined && { path, endOnFailure: true }),
  });
  const [history] = result.counterexample ?? [];
  if (history !== undefined) {
    const { steps: played, breach } = playHistory(model, directory, history, laws);
    if (breach === undefined)
      throw new Error(`${model.name} does not do the same twice: played again, it broke no law.`);
    throw new ModelLawBroken(model.name, breach, played, { seed: result.seed, path: result.counterexamplePath ?? '' });
  }
  if (result.failed) throw new Error(`${model.name} could not be checked.`, { cause: result.errorInstance });
  return {
    model: model.name,
    laws: [...laws],
    runs: result.numRuns,
    seed: result.seed,
    taken: Object.fromEntries(taken),
  };
}
