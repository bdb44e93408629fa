import type { Claim } from '../claims/claim.ts';

/** A field of an entity in which somebody wrote what this version of the schema cannot show. */
export interface UnshownField {
  readonly name: string;
  readonly claims: readonly Claim[];
  /** Who wrote what is not shown of a text. */
  readonly clients: readonly number[];
}
