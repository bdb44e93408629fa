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
      const at = clock.steady() + 20.5;
      clock.wakeIn(20.5, () => woken.push(clock.steady()));
      const cancel = clock.wakeIn(20.5, () => woken.push(-1));

      cancel();
      await goOn(60);

      expect(woken).toHaveLength(1);
      expect(woken[0]).toBeGreaterThanOrEqual(at);
    });

    test('[W2] a moment that has passed wakes at once, but not within the call', async () => {
      const { clock, goOn } = make();
      let woken = false;
      clock.wakeIn(-1000, () => {
        woken = true;
      });

      expect(woken).toBe(false);
      await goOn(10);
      expect(woken).toBe(true);
    });

    test('[W3] its measure goes on with the time that passes, and not back', async () => {
      const { clock, goOn } = make();
      const before = clock.steady();

      await goOn(20);

      expect(clock.steady() - before).toBeGreaterThanOrEqual(20);
    });
  });
}
