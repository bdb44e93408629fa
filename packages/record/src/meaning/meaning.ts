import type { Claim } from '../claims/claim.ts';
import type { Json } from '../json.ts';
import type { Refusal } from '../outcomes.ts';

/** What is wrong with a value. */
export type Fault = Pick<Refusal, 'code' | 'rule' | 'remedy'>;

/** A value as it will be stored, or what is wrong with it. */
export type Checked = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly fault: Fault };

/** Claims that contradict one another, of which a person has to choose. */
export interface Dispute {
  readonly kind: 'values' | 'end-states';
  readonly claims: readonly Claim[];
  /** All claims that an answer supersedes: those above, and in a progress the lesser states too. */
  readonly among: readonly Claim[];
  /** Why the standing value stands. */
  readonly because: string;
}

/** What a field shows. */
export interface Reading {
  readonly value: Json;
  readonly dispute?: Dispute;
  /** Claims whose values this version of the schema cannot show. */
  readonly unshown?: readonly Claim[];
}

/**
 * Reads those of the claims that this version of the schema understands, and says which it does not. Where it understands
 * none, there is no value, whatever the field shows when nobody has written it.
 */
export function readingOf(
  claims: readonly Claim[],
  known: readonly Claim[],
  read: (known: readonly Claim[]) => Reading,
): Reading {
  if (known.length === claims.length) return read(known);
  const unshown = claims.filter((claim) => !known.includes(claim));
  return { ...(known.length === 0 ? nothing : read(known)), unshown };
}

const nothing: Reading = { value: null };

/** What writing and merging mean for the claims of one field. Every function depends on the claims alone, never on their order. */
export interface Meaning {
  /** Checks a value, or one member of a set, before it is written. */
  check(input: unknown): Checked;
  /** The claims that this version of the schema can show. A write leaves the others alone: nobody has seen them. */
  understood(claims: readonly Claim[]): readonly Claim[];
  read(claims: readonly Claim[]): Reading;
  words(value: Json): string;
}

/** A check that failed on the value itself. */
export const wrongValue = (rule: string, remedy: string): Checked => ({
  ok: false,
  fault: { code: 'wrong-value', rule, remedy },
});
