import { inOrder, type Claim } from '../claims/claim.ts';
import { isPositionKey } from '../fractional-index.ts';
import { plainWords } from '../words.ts';
import { type Meaning, readingOf, wrongValue } from './meaning.ts';

const understood = (claims: readonly Claim[]): readonly Claim[] => claims.filter((claim) => isPositionKey(claim.value));

/** A place among siblings. Any stable order will do, so rivals are no question: the first stands. */
export const positionMeaning: Meaning = {
  check: (input) =>
    isPositionKey(input) ? { ok: true, value: input } : wrongValue('this is no place', 'Move the row instead.'),
  understood,
  read: (claims) => readingOf(claims, understood(claims), (known) => ({ value: inOrder(known)[0]?.value ?? null })),
  words: plainWords,
};
