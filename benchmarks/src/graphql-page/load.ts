import { quantile } from '../frame/interleaved.ts';

/** How a server answered under load. */
export interface Answered {
  readonly perSecond: number;
  /** Milliseconds within which 95 of 100 answers were there. */
  readonly p95: number;
}

/** Asks so often, a few at a time, each as soon as the one before it was answered. */
export async function underLoad(ask: () => Promise<void>, times: number, atOnce: number): Promise<Answered> {
  const waits: number[] = [];
  let left = times;
  const start = performance.now();
  const asker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const asked = performance.now();
      await ask();
      waits.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, asker));
  return { perSecond: (times * 1_000) / (performance.now() - start), p95: quantile(waits, 0.95) };
}
