import type { Json } from '@caseweave/record';
import { type Directory, authorityInMemory } from '../memory/authority.ts';
import type { Model } from '../model/model.ts';
import type { Step } from './history.ts';
import type { ModelBreach, ModelLaw } from './law.ts';
import { playStep } from './play-step.ts';

/** A step as it was played. */
export interface PlayedStep {
  readonly who: string | null;
  readonly json: Json;
  readonly at: number;
  /** `decided`, or the code of the refusal. */
  readonly outcome: string;
}

/** What became of a history: its steps, and the law that the last of them broke. */
export interface Played {
  readonly steps: readonly PlayedStep[];
  readonly breach: ModelBreach | undefined;
}

// Some moment; no law depends on which.
const start = 1_767_225_600_000;

/** Plays a history in an authority in memory, and checks the laws after each step. */
export function playHistory(
  declared: Model,
  directory: Directory,
  history: readonly Step[],
  laws: ReadonlySet<ModelLaw>,
): Played {
  const faults: ModelBreach[] = [];
  const report = (path: string, error: unknown): void => {
    faults.push({ law: 'faultless', says: `${path}: ${error instanceof Error ? error.message : String(error)}` });
  };
  const model = declared.with({ report });
  const authority = authorityInMemory(model, directory);
  const steps: PlayedStep[] = [];
  let at = start;
  let ids = 0;
  const fresh = (): string => `${String((ids += 1)).padStart(21, '0')}A`;
  for (const step of history) {
    at += step.after;
    const { breaches, ...played } = playStep(model, authority, directory, step, at, fresh);
    steps.push({ ...played, at });
    const breach = [...breaches, ...faults].find(({ law }) => laws.has(law));
    if (breach !== undefined) return { steps, breach };
  }
  return { steps, breach: undefined };
}
