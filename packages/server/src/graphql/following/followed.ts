import type { Asking } from '../asking.ts';
import type { Touched } from '../sources/following.ts';
import type { EndedShape } from './ended.ts';
import type { Seat } from './seat.ts';

/** Follows what concerns somebody: events from a place that is given up when they stop listening, or are told the last. */
export function followed<Event>(
  { followers, who }: Asking,
  concerns: (touched: Touched) => boolean,
  eventsOf: (seat: Seat) => AsyncGenerator<Event | EndedShape>,
): AsyncIterableIterator<Event | EndedShape> {
  const seat = followers.take(who, concerns);
  const events = seat === undefined ? tooMany() : eventsOf(seat);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const event = await events.next();
      if (event.done === true) seat?.[Symbol.dispose]();
      return event;
    },
    // A generator that waits for news hears of its end only when it is woken.
    async return() {
      seat?.[Symbol.dispose]();
      await events.return(undefined);
      return { done: true, value: undefined };
    },
  };
}

async function* tooMany(): AsyncGenerator<EndedShape> {
  yield { type: 'ended', why: 'TOO_MANY' };
}
