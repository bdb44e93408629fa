import type { AppCode } from '../app-code.ts';
import { inOrder, type Claim } from '../claims/claim.ts';
import type { Json } from '../json.ts';
import type { RegisterField } from '../fields/fields.ts';
import { plainWords } from '../words.ts';
import { type Meaning, type Reading, readingOf } from './meaning.ts';
import { standingOf } from './standing.ts';
import { understandingOf } from './understanding.ts';

/** One value. Equal claims agree; different ones are all kept, one stands, and a person is asked. */
export function registerMeaning(field: RegisterField<unknown>, appCode: AppCode): Meaning {
  const standing = standingOf(field.options, appCode);
  const { check, understood } = understandingOf(field.schema, true, appCode);
  return {
    check,
    understood,
    read: (claims) => readingOf(claims, understood(claims), read),
    words: (value) =>
      (value === null ? undefined : appCode.call('words', () => field.options.words?.(value), undefined)) ??
      plainWords(value),
  };

  function read(claims: readonly Claim[]): Reading {
    const [first] = claims;
    if (first === undefined) return neverGiven;
    if (claims.length === 1) return { value: first.value };
    const ordered = inOrder(claims);
    const values = distinct(ordered);
    if (values.length === 1) return { value: first.value };
    // A blank never stands beside a value: what somebody wrote is not hidden by somebody's clearing it.
    const given = values.filter((value) => value !== null);
    const because = standing.because(given);
    return { value: standing.choose(given), dispute: { kind: 'values', claims: ordered, among: ordered, because } };
  }
}

/** What a field shows before anyone gave a value. */
const neverGiven: Reading = { value: null };

const distinct = (ordered: readonly Claim[]): readonly Json[] =>
  ordered.filter((claim, index) => claim.canonical !== ordered[index - 1]?.canonical).map((claim) => claim.value);
