import type { AppCode } from '../app-code.ts';
import { inOrder, type Claim } from '../claims/claim.ts';
import type { Json } from '../json.ts';
import type { ProgressField } from '../fields/fields.ts';
import { plainWords } from '../words.ts';
import { type Meaning, type Reading, readingOf, wrongValue } from './meaning.ts';

/** A state that moves forward: the furthest stands, and two that are equally far are a question. */
export function progressMeaning(field: ProgressField<string>, appCode: AppCode): Meaning {
  const ranks = new Map<Json, number>(field.steps.flatMap((step, rank) => step.map((state) => [state, rank])));
  const initial = field.steps[0]?.[0] ?? null;
  const understood = (claims: readonly Claim[]): readonly Claim[] => claims.filter((claim) => ranks.has(claim.value));
  return {
    understood,
    check: (input) =>
      typeof input === 'string' && ranks.has(input)
        ? { ok: true, value: input }
        : wrongValue('this is none of the states', `Give one of: ${field.steps.flat().join(', ')}.`),
    read: (claims) => readingOf(claims, understood(claims), read),
    words: (value) =>
      typeof value === 'string'
        ? (appCode.call('words', () => field.options.words?.(value), undefined) ?? value.replaceAll('_', ' '))
        : plainWords(value),
  };

  function read(claims: readonly Claim[]): Reading {
    const [first] = claims;
    if (first === undefined) return { value: initial };
    if (claims.length === 1) return { value: first.value };
    const top = Math.max(...claims.map((claim) => ranks.get(claim.value) ?? 0));
    const furthest = inOrder(claims.filter((claim) => ranks.get(claim.value) === top));
    const value = furthest[0]?.value ?? initial;
    if (furthest.every((claim) => claim.value === value)) return { value };
    const because = 'the first in alphabetical order is shown until you decide';
    return { value, dispute: { kind: 'end-states', claims: furthest, among: inOrder(claims), because } };
  }
}
