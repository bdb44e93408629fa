import type { Asking } from '../viewer/asking.ts';
import type { Touched } from '../sources/following.ts';
import type { EndedShape, Follower } from '../followers/follower.ts';

/** Follows what concerns somebody: events from a place that is given up when they stop listening, or are told the last. */
export function followed<Event>(
  { followers, signedIn }: Asking,
  concerns: (touched: Touched) => boolean,
  eventsOf: (follower: Follower) => AsyncGenerator<Event | EndedShape>,
): AsyncIterableIterator<Event | EndedShape> {
  const follower = followers.take(signedIn, concerns);
  const events = follower === undefined ? tooMany() : eventsOf(follower);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const event = await events.next();
      if (event.done === true) follower?.[Symbol.dispose]();
      return event;
    },
    // A generator that waits for news hears of its end only when it is woken.
    async return() {
      follower?.[Symbol.dispose]();
      await events.return(undefined);
      return { done: true, value: undefined };
    },
  };
}

async function* tooMany(): AsyncGenerator<EndedShape> {
  yield { type: 'ended', why: 'TOO_MANY' };
}
