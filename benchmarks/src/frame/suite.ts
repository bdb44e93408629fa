import type { Measured } from './result.ts';

/** Hands over a measurement as soon as it is there. */
export type Report = (measured: Measured) => void;

/** Measurements that belong together. Each suite runs in a process of its own. */
export interface Suite {
  readonly name: string;
  /** What it measures, in one line. */
  readonly about: string;
  run(report: Report): Promise<void> | void;
}
