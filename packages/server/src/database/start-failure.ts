/** Why a server could not start. */
export type StartFailureCode =
  | 'port-in-use'
  | 'database-unreachable'
  | 'database-forbids'
  | 'database-not-durable'
  | 'data-newer'
  | 'data-older'
  | 'data-not-understood'
  | 'other-model'
  | 'wrong-model'
  | 'other-size'
  | 'bad-directory'
  | 'bad-rights'
  | 'bad-option';

/** A server that could not start, in words for the person at the terminal. */
export class StartFailure extends Error {
  readonly code: StartFailureCode;

  constructor(code: StartFailureCode, words: string, options?: ErrorOptions) {
    super(words, options);
    this.name = 'StartFailure';
    this.code = code;
  }
}
