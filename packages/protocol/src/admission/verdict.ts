import type { RefusalCode } from '../codes.ts';

/** Thrown where an update is found to be refused and caught by `admit`; it never leaves this package. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly client: number | undefined;

  constructor(code: RefusalCode, client?: number) {
    super(code);
    this.code = code;
    this.client = client;
  }
}
