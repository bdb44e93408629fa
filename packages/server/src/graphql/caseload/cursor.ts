import { GraphQLError } from 'graphql';

/** Where a family stands in the order of a caseload: by its next review, then by its id. */
export interface Standing {
  readonly nextReviewOn: string | null;
  readonly id: string;
}

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
  const [, nextReviewOn, id] =
    /^(\d{4}-\d\d-\d\d)\/([\w-]{1,64})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (nextReviewOn === undefined || id === undefined) {
    throw new GraphQLError('This cursor is none of ours. Pass on the endCursor of an earlier page, or none.', {
      extensions: { code: 'BAD_CURSOR' },
    });
  }
  return { nextReviewOn: nextReviewOn === never ? null : nextReviewOn, id };
}

const keyOf = ({ nextReviewOn, id }: Standing): string => `${nextReviewOn ?? never}/${id}`;
