import type { LawFinding } from '../subject.ts';

/** A law broken: by what, where, and after which step of the history. */
export interface Breach extends LawFinding {
  /** The step after which it showed; -1 before the first, the number of steps once everybody had received everything. */
  readonly step: number;
  /** The replica that it showed on. */
  readonly replica: number;
}

/** Ends a history that broke a law; never leaves the kit. */
export class Broken extends Error {
  readonly breach: Breach;
  constructor(breach: Breach) {
    super(breach.says);
    this.breach = breach;
  }
}
