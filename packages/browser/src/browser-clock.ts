import type { Clock } from '@caseweave/caseload';

// A browser takes a longer wait for none at all.
const longest = 2 ** 31 - 1;

/** The browser's clock. */
export const browserClock: Clock = {
  now: () => Date.now(),
  wakeAt: (at, wake) => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      const left = at - Date.now();
      timer = setTimeout(() => (Date.now() < at ? wait() : wake()), Math.max(0, Math.min(left, longest)));
    };
    wait();
    return () => clearTimeout(timer);
  },
};
