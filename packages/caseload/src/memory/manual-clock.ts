import type { Clock } from '../ports/clock.ts';

/** A clock that stands still until it is told. */
export interface ManualClock extends Clock {
  /** Goes on by so many milliseconds, waking what is due, in order. */
  advance(milliseconds: number): void;
  /** Goes on to the next moment that somebody waits for; false if nobody waits. */
  advanceToNext(): boolean;
}

/** Makes a clock that stands still. */
export function manualClock(start = 1_764_000_000_000): ManualClock {
  let now = start;
  let alarms: { readonly at: number; readonly wake: () => void }[] = [];
  const next = () => alarms.toSorted((one, other) => one.at - other.at)[0];
  const goTo = (end: number) => {
    for (let alarm = next(); alarm !== undefined && alarm.at <= end; alarm = next()) {
      const due = alarm;
      alarms = alarms.filter((one) => one !== due);
      now = Math.max(now, due.at);
      due.wake();
    }
    now = Math.max(now, end);
  };
  return {
    now: () => now,
    wakeAt: (at, wake) => {
      const alarm = { at, wake };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((one) => one !== alarm);
      };
    },
    advance: (milliseconds) => goTo(now + milliseconds),
    advanceToNext: () => {
      const alarm = next();
      if (alarm === undefined) return false;
      goTo(Math.max(now, alarm.at));
      return true;
    },
  };
}
