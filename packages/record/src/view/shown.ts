import type { ClaimIndex } from '../claims/claim-index.ts';
import type { Claim } from '../claims/claim.ts';
import type { TextReading } from '../texts/text-reading.ts';

/** What a view or one of its rows was made of: the basis of an edit. */
export interface Basis {
  readonly owner: ClaimIndex;
  readonly cells: readonly (readonly Claim[])[];
  readonly texts: readonly TextReading[];
  readonly strikes: readonly Claim[];
}

/** A view, or a row of one: plain frozen data that remembers, out of sight, the claims it shows. */
export class Shown {
  readonly #basis: Basis;

  constructor(basis: Basis, members: object) {
    this.#basis = basis;
    Object.assign(this, members);
    Object.freeze(this);
  }

  /** Shows other members on the same basis. */
  static extended(shown: Shown, members: object): Shown {
    return new Shown(shown.#basis, members);
  }

  /** The claims that a view or row shows; undefined for any other object. */
  static basisOf(shown: object): Basis | undefined {
    return #basis in shown ? shown.#basis : undefined;
  }
}

/** A member of a view or row by name. */
export function memberOf(shown: object, name: string): unknown {
  return (shown as { readonly [name: string]: unknown })[name];
}
