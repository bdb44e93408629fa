import type { HeldLock, LockRequest, Locks } from '../ports/locks.ts';

/** Locks in memory, shared by the tabs that are given the same object. */
export function memoryLocks(): Locks {
  const taken = new Map<string, { readonly queue: (() => void)[] }>();

  const hold = (name: string): HeldLock => {
    const place = { queue: taken.get(name)?.queue ?? [] };
    taken.set(name, place);
    let held = true;
    return {
      release: () => {
        if (!held) return;
        held = false;
        const next = place.queue.shift();
        if (next === undefined) taken.delete(name);
        else next();
      },
    };
  };

  const wait = (name: string): LockRequest => {
    const current = taken.get(name);
    if (current === undefined) return { held: Promise.resolve(hold(name)), cancel: () => {} };
    let answer: (lock: HeldLock | undefined) => void = () => {};
    const held = new Promise<HeldLock | undefined>((resolve) => {
      answer = resolve;
    });
    const granted = () => answer(hold(name));
    current.queue.push(granted);
    return {
      held,
      cancel: () => {
        const at = current.queue.indexOf(granted);
        if (at >= 0) current.queue.splice(at, 1);
        answer(undefined);
      },
    };
  };

  return {
    tryTake: async (name) => (taken.has(name) ? undefined : hold(name)),
    wait,
  };
}
