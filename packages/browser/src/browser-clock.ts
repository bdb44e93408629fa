import type { Clock } from '@caseweave/caseload';

// A browser takes a longer wait for none at all.
const longest = 2 ** 31 - 1;

/** The browser's clock. */
export const browserClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  wakeIn: (milliseconds, wake) => {
    const at = performance.now() + milliseconds;
    let timer: ReturnType<typeof setTimeout>;
    // A timer may go off a little before its time.
    const wait = () => {
      const left = Math.ceil(at - performance.now());
      timer = setTimeout(() => (performance.now() < at ? wait() : wake()), Math.max(0, Math.min(left, longest)));
    };
    wait();
    return () => clearTimeout(timer);
  },
};
