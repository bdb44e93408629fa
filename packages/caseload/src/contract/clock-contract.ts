import { describe, expect, test } from 'vitest';
import type { Clock } from '../ports/clock.ts';

/** What every {@link Clock} must do. `goOn` lets so many milliseconds pass. */
export function clockContract(
  name: string,
  make: () => { clock: Clock; goOn: (milliseconds: number) => void | Promise<void> },
): void {
  describe(`the clock contract: ${name}`, () => {
    test('[W1] it wakes once, not before its time, and not when cancelled', async () => {
      const { clock, goOn } = make();
      const woken: number[] = [];
      const at = clock.now() + 20;
      clock.wakeAt(at, () => woken.push(clock.now()));
      const cancel = clock.wakeAt(at, () => woken.push(-1));

      cancel();
      await goOn(60);

      expect(woken).toHaveLength(1);
      expect(woken[0]).toBeGreaterThanOrEqual(at);
    });

    test('[W2] a moment that has passed wakes at once, but not within the call', async () => {
      const { clock, goOn } = make();
      let woken = false;
      clock.wakeAt(clock.now() - 1000, () => {
        woken = true;
      });

      expect(woken).toBe(false);
      await goOn(10);
      expect(woken).toBe(true);
    });
  });
}
