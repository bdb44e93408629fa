import { z } from 'zod';

/** A stretch of time; `to` is the first moment after it. */
export interface Span {
  readonly from: number;
  readonly to: number | null;
  /** There where the end was decided when it came and not given beforehand, so that nothing ends by itself then. */
  readonly isEnded?: true;
}

export const spanSchema = {
  from: z.number(),
  to: z.number().nullable(),
  isEnded: z.literal(true).exactOptional(),
};

/** Tells whether a stretch of time holds a moment. */
export const isCurrent = ({ from, to }: Span, at: number): boolean => from <= at && (to === null || at < to);

/** Ends what has not ended by a moment, there and then. */
export const ended = <One extends Span>(one: One, at: number): One =>
  one.to === null || one.to > at ? { ...one, to: at, isEnded: true } : one;

/** When a right may change by itself: at beginnings, and at the ends that were given beforehand. */
export const momentsOf = (spans: readonly Span[]): readonly number[] =>
  spans.flatMap(({ from, to, isEnded }) => (to === null || isEnded === true ? [from] : [from, to]));
