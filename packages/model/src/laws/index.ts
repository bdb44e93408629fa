/**
 * The laws of a model, checked over random decisions; needs fast-check.
 *
 * @packageDocumentation
 */

export { checkModelLaws, type ModelLawOptions, type ModelLawSummary } from './check-model-laws.ts';
export { modelLaws, type ModelBreach, type ModelLaw } from './law.ts';
export { ModelLawBroken } from './model-law-broken.ts';
export type { PlayedStep } from './play-history.ts';
export type { LawValues } from './drawn-value.ts';
