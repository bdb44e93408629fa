import type { BatchRefusalCode } from '../codes.ts';

/** Thrown where an update is found to be refused and caught by `admit`; it never leaves this package. */
export class Refused extends Error {
  readonly code: BatchRefusalCode;
  readonly client: number | undefined;

  constructor(code: BatchRefusalCode, client?: number) {
    super(code);
    this.code = code;
    this.client = client;
  }
}
