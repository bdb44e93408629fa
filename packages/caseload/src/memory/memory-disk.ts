import type { CaseloadStore } from '../ports/caseload-store.ts';
import { StoreFailure, type StoreFailureCode } from '../ports/store-failure.ts';
import type { StoreChange } from '../stored/change.ts';
import { MemoryTables } from './memory-tables.ts';

/** A disk in memory on which one caseload is stored; several tabs may open it, and power may fail. */
export interface MemoryDisk {
  /** Opens the store that is on it. */
  store(): CaseloadStore;
  /** Power fails: every open store is dead, and what was not committed strictly is gone. */
  crash(): void;
  /** The n-th commit from now fails in this way (1: the next one), and with `times` those after it. */
  failCommit(nth: number, code: StoreFailureCode, times?: number): void;
  /** The disk is whole again. */
  failNoMore(): void;
}

/** Makes an empty disk in memory. */
export function memoryDisk(): MemoryDisk {
  let live = new MemoryTables();
  let durable = new MemoryTables();
  let relaxed: (readonly StoreChange[])[] = [];
  let power = 0;
  let failing: { after: number; times: number; code: StoreFailureCode } | null = null;

  const settle = () => {
    for (const changes of relaxed) durable.take(changes);
    relaxed = [];
  };
  const failIfDue = () => {
    if (failing === null || --failing.after > 0) return;
    const { code } = failing;
    if (--failing.times <= 0) failing = null;
    throw new StoreFailure(code);
  };

  const store = (): CaseloadStore => {
    let open = true;
    const opened = power;
    const act = async <Result>(work: () => Result): Promise<Result> => {
      // A real store answers later, never within the call.
      await Promise.resolve();
      if (!open || opened !== power) throw new StoreFailure('closed');
      return work();
    };
    return {
      load: () => act(() => live.load()),
      base: (section) => act(() => live.base(section)),
      bases: (sections) => act(() => sections.map((section) => live.base(section))),
      commit: (changes, durability) =>
        act(() => {
          failIfDue();
          const numbers = live.take(changes);
          relaxed.push(changes);
          if (durability === 'strict') settle();
          return numbers;
        }),
      wipe: () =>
        act(() => {
          live = new MemoryTables();
          durable = new MemoryTables();
          relaxed = [];
        }),
      close: () => {
        open = false;
      },
    };
  };

  return {
    store,
    crash: () => {
      power += 1;
      relaxed = [];
      live = new MemoryTables(durable);
      failing = null;
    },
    failCommit: (nth, code, times = 1) => {
      failing = { after: nth, times, code };
    },
    failNoMore: () => {
      failing = null;
    },
  };
}
