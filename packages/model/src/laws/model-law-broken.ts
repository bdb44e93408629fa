import { type ModelBreach, modelLaws } from './law.ts';
import type { PlayedStep } from './play-history.ts';

/** Thrown where a law of models does not hold; its message tells the shortest history that was found to break it. */
export class ModelLawBroken extends Error {
  override readonly name = 'ModelLawBroken';
  readonly breach: ModelBreach;
  readonly steps: readonly PlayedStep[];

  constructor(
    model: string,
    breach: ModelBreach,
    steps: readonly PlayedStep[],
    { seed, path }: { readonly seed: number; readonly path: string },
  ) {
    const told = steps.map(
      ({ who, json, at, outcome }, n) =>
        `${n + 1}. ${who ?? 'whoever runs the authority'} at ${at}: ${JSON.stringify(json)}: ${outcome}`,
    );
    super(
      [
        `${model} breaks the law "${breach.law}": ${modelLaws[breach.law]}.`,
        breach.says,
        ...told,
        `To replay it: { seed: ${seed}, path: '${path}' }`,
      ].join('\n'),
    );
    this.breach = breach;
    this.steps = steps;
  }
}
