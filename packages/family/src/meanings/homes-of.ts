import type { ResidenceKind } from '../code-lists/residence-kinds.ts';

/** Where a person is said to live, and when. */
export interface Residence {
  readonly kind: ResidenceKind | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** The homes at which a person is said to live on a day, shared care and stays aside. */
export const homesOf = <Home extends Residence>(
  { residences }: { readonly residences: readonly Home[] },
  on: string,
): readonly Home[] =>
  residences.filter(
    ({ kind, from, to }) =>
      kind !== 'shared_care' && kind !== 'temporary' && (from === null || from <= on) && (to === null || on <= to),
  );
