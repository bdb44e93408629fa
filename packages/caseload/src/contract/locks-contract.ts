import { describe, expect, test } from 'vitest';
import type { Locks } from '../ports/locks.ts';

/** What every {@link Locks} must do. `tabs` gives two tabs of one device, apart from all others at each call. */
export function locksContract(name: string, tabs: () => readonly [Locks, Locks]): void {
  describe(`the locks contract: ${name}`, () => {
    test('[K1] a lock that is held is not given again until it is released', async () => {
      const [one, other] = tabs();
      const held = await one.tryTake('writer');

      expect(await other.tryTake('writer')).toBeUndefined();
      expect(await one.tryTake('writer')).toBeUndefined();
      expect(await other.tryTake('another')).toBeDefined();

      const waiting = other.wait('writer');
      held?.release();
      expect(await waiting.held).toBeDefined();
    });

    test('[K2] those who wait get the lock in turn, and each holds it alone', async () => {
      const [one, other] = tabs();
      const first = await one.tryTake('writer');
      const order: string[] = [];
      const second = one.wait('writer').held.then((lock) => {
        order.push('second');
        return lock;
      });
      const third = other.wait('writer').held.then((lock) => {
        order.push('third');
        return lock;
      });

      first?.release();
      const lock = await second;
      expect(order).toEqual(['second']);

      lock?.release();
      await third;
      expect(order).toEqual(['second', 'third']);
    });

    test('[K3] a cancelled wait gives nothing and stands in nobody’s way', async () => {
      const [one, other] = tabs();
      const held = await one.tryTake('writer');
      const given = other.wait('writer');
      const next = other.wait('writer');

      given.cancel();

      expect(await given.held).toBeUndefined();
      held?.release();
      expect(await next.held).toBeDefined();
    });
  });
}
