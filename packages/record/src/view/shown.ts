import type { ClaimIndex } from '../entities/claim-index.ts';
import { noClaims, type Claim } from '../claims/claim.ts';
import type { Entity } from '../entities/entity.ts';
import type { Reading } from '../meaning/meaning.ts';
import type { GroupPlan } from '../schema/plan.ts';
import type { TextReading } from '../texts/text-reading.ts';
import type { UnshownField } from './unshown-field.ts';

/** What a view or one of its rows was made of: the basis of an edit. */
export interface Basis {
  readonly owner: ClaimIndex;
  /** The claims by slot. */
  readonly cells: readonly (readonly Claim[])[];
  /** What they show, by slot. */
  readonly readings: readonly Reading[];
  readonly texts: readonly TextReading[];
  readonly strikes: readonly Claim[];
  /** The fields in which something is that cannot be shown. */
  readonly unshown: readonly UnshownField[];
  /** Of a whole view: its rows. */
  readonly rows?: ReadonlyMap<GroupPlan, RowsById>;
  /** Of a whole view: the strikes of the rows that it does not show, by collection and id. */
  readonly hidden?: ReadonlyMap<string, readonly Claim[]>;
}

/** Rows, to be found by id. */
interface RowsById {
  byId(id: string): Shown | undefined;
}

/** What a row that is not shown is kept by. */
export const hiddenKey = ({ name }: GroupPlan, id: string): string => `${name}/${id}`;

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

  /** The strikes of a row that a view does not show, as they were when it was taken. */
  static hiddenStrikesOf(view: Shown, { group, id }: Entity): readonly Claim[] {
    return view.#basis.hidden?.get(hiddenKey(group, id)) ?? noClaims;
  }

  /** The row of that id in a view. */
  static rowOf(view: Shown, group: GroupPlan, id: string): Shown | undefined {
    return view.#basis.rows?.get(group)?.byId(id);
  }
}
