import { setImmediate } from 'node:timers/promises';
import { findBreach, type Checked, type CheckOptions } from '../check-laws.ts';
import type { LawFailure } from '../law-failure.ts';
import type { Subject } from '../subject.ts';
import type { Arguments } from './arguments.ts';
import type { Reached } from './progress.ts';

/** What a campaign came to. */
export interface Campaign {
  readonly failure: LawFailure | undefined;
  readonly done: number;
  readonly edits: number;
  readonly refused: number;
  readonly stopped: boolean;
}

/** Histories between two looks at the clock and at the keyboard. */
const batch = 50;

/**
 * Plays so many histories, a few at a time, so that the command hears when it is to stop. Each few have a seed of their
 * own, which follows from the first, and which is the one that a failure prints.
 */
export async function runCampaign(
  subject: Subject,
  { runs, seed, path, laws, replicas, steps, causal }: Arguments,
  { show, isStopped }: { readonly show: (reached: Reached) => void; readonly isStopped: () => boolean },
): Promise<Campaign | 'no such path'> {
  const options = {
    laws,
    causal,
    ...(replicas !== undefined && { replicas }),
    ...(steps !== undefined && { steps }),
    ...(path !== undefined && { path }),
  };
  let [done, edits, refused] = [0, 0, 0];
  for (let nth = 0; done < runs; nth += 1) {
    const count = Math.min(batch, runs - done);
    const checked = tried(subject, { ...options, runs: count, seed: seed + nth });
    if (checked === 'no such path') return checked;
    if (checked.type === 'broken') {
      const { failure } = checked;
      return {
        failure: { ...failure, run: done + failure.run },
        done: done + failure.run,
        edits,
        refused,
        stopped: false,
      };
    }
    done += count;
    edits += checked.summary.edits;
    refused += checked.summary.refused;
    show({ name: subject.name, done, runs, edits });
    await setImmediate();
    if (isStopped()) return { failure: undefined, done, edits, refused, stopped: true };
    // A path names one history.
    if (path !== undefined) break;
  }
  return { failure: undefined, done, edits, refused, stopped: false };
}

// A path leads through the histories of one subject as it was, and fast-check throws where there is no way on.
function tried(subject: Subject, options: CheckOptions): Checked | 'no such path' {
  try {
    return findBreach(subject, options);
  } catch (error) {
    if (options.path !== undefined) return 'no such path';
    throw error;
  }
}
