import type { Clock } from '../ports/clock.ts';

/** A clock that stands still until it is told. */
export interface ManualClock extends Clock {
  /** Goes on by so many milliseconds, waking what is due, in order. */
  advance(milliseconds: number): void;
  /** Goes on to the next moment that somebody waits for; false if nobody waits. */
  advanceToNext(): boolean;
  /** Somebody sets the time of day: by so many milliseconds forward, or back. */
  set(milliseconds: number): void;
}

/** Makes a clock that stands still. */
export function manualClock(start = 1_764_000_000_000): ManualClock {
  let passed = 0;
  let ahead = start;
  let alarms: { readonly at: number; readonly wake: () => void }[] = [];
  const next = () => alarms.toSorted((one, other) => one.at - other.at)[0];
  const goTo = (end: number) => {
    for (let alarm = next(); alarm !== undefined && alarm.at <= end; alarm = next()) {
      const due = alarm;
      alarms = alarms.filter((one) => one !== due);
      passed = Math.max(passed, due.at);
      due.wake();
    }
    passed = Math.max(passed, end);
  };
  return {
    now: () => passed + ahead,
    steady: () => passed,
    wakeIn: (milliseconds, wake) => {
      const alarm = { at: passed + milliseconds, wake };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((one) => one !== alarm);
      };
    },
    advance: (milliseconds) => goTo(passed + milliseconds),
    advanceToNext: () => {
      const alarm = next();
      if (alarm === undefined) return false;
      goTo(Math.max(passed, alarm.at));
      return true;
    },
    set: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}
