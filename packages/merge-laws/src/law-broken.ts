import type { LawFailure } from './law-failure.ts';
import { failureWords } from './report/failure-words.ts';
import type { Subject } from './subject.ts';

/** Thrown where a law does not hold; its message tells the shortest history that was found to break it. */
export class LawBroken extends Error {
  override readonly name = 'LawBroken';
  readonly failure: LawFailure;

  constructor(failure: LawFailure, subject: Subject) {
    super(failureWords(failure, subject));
    this.failure = failure;
  }
}
