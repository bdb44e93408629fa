import type { ClaimIndex } from '../claims/claim-index.ts';
import type { Claim } from '../claims/claim.ts';
import type { Reading } from '../meaning/meaning.ts';
import type { GroupPlan } from '../schema/plan.ts';
import type { TextReading } from '../texts/text-reading.ts';
import type { Listing } from './listing.ts';

/** What a view or one of its rows was made of: the basis of an edit. */
export interface Basis {
  readonly owner: ClaimIndex;
  /** The claims by slot. */
  readonly cells: readonly (readonly Claim[])[];
  /** What they show, by slot. */
  readonly readings: readonly Reading[];
  readonly texts: readonly TextReading[];
  readonly strikes: readonly Claim[];
  /** Of a whole view: its rows. */
  readonly rows?: ReadonlyMap<GroupPlan, Listing>;
}

/** A view, or a row of one: plain frozen data that remembers, out of sight, the claims it shows. */
export class Shown {
  readonly #basis: Basis;

  constructor(basis: Basis, members: object) {
    this.#basis = basis;
    Object.freeze(Object.assign(this, members));
  }

  /** The object as what it is, if it is a view or a row. */
  static from(value: unknown): Shown | undefined {
    return typeof value === 'object' && value !== null && #basis in value ? value : undefined;
  }

  /** The claims that a view or row shows. */
  static basisOf(shown: Shown): Basis {
    return shown.#basis;
  }

  /** The row of that id in a view. */
  static rowOf(view: Shown, group: GroupPlan, id: string): Shown | undefined {
    return view.#basis.rows?.get(group)?.byId(id);
  }
}
