import type { History } from './history/step.ts';
import type { Law } from './laws.ts';
import type { Breach } from './play/breach.ts';

/** A broken law, with the shortest history that was found to break it. */
export interface LawFailure<Edit = unknown> {
  readonly name: string;
  readonly breach: Breach;
  readonly history: History<Edit>;
  /** The laws that were checked. */
  readonly laws: readonly Law[];
  readonly causal: boolean;
  readonly seed: number;
  readonly path: string;
  /** The number of the history that failed first, and how often it was made simpler. */
  readonly run: number;
  readonly shrinks: number;
}
