import { badCursor } from '../pages/bad-cursor.ts';
import type { Standing } from '../sources/caseload-source.ts';

// Sorts after every day, so that families with no review planned come last.
const never = '9999-99-99';

/** Compares two families in the order of a caseload. */
export function byNextReview(a: Standing, b: Standing): number {
  const [keyA, keyB] = [keyOf(a), keyOf(b)];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}

/** Names a place in the list, so that the page after it is found though families came and went. It holds no words. */
export const cursorOf = (standing: Standing): string => Buffer.from(keyOf(standing), 'utf8').toString('base64url');

/** Reads a cursor that an earlier page gave. */
export function standingOf(cursor: string): Standing {
  const [, nextReviewOn, record] =
    /^(\d{4}-\d\d-\d\d)\/([\w-]{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (nextReviewOn === undefined || record === undefined) throw badCursor();
  return { nextReviewOn: nextReviewOn === never ? null : nextReviewOn, record };
}

const keyOf = ({ nextReviewOn, record }: Standing): string => `${nextReviewOn ?? never}/${record}`;
