import fc from 'fast-check';
import type { EditSource, RandomSource } from './edit-source.ts';
import { shrinkHistory } from './shrink-history.ts';
import type { History, Step } from './step.ts';

/** What histories are made of. */
export interface HistoryOptions {
  /** At most so many replicas; at least two. */
  readonly replicas: number;
  /** At most so many steps. */
  readonly steps: number;
  /** How many versions replicas may run. */
  readonly versions: number;
  /** Whether the subject can undo. */
  readonly undo: boolean;
}

/**
 * Histories of a few replicas. They are drawn by hand and not from arbitraries of arbitraries, so that thousands a
 * second can be, and so that shrinking knows what a history is: it takes steps away before it makes them simpler.
 */
export class HistoryArbitrary<Edit> extends fc.Arbitrary<History<Edit>> {
  readonly #source: EditSource<Edit>;
  readonly #options: HistoryOptions;

  constructor(source: EditSource<Edit>, options: HistoryOptions) {
    super();
    this.#source = source;
    this.#options = options;
  }

  generate(generator: fc.Random): fc.Value<History<Edit>> {
    const random: RandomSource = {
      below: (bound) => (bound <= 1 ? 0 : generator.nextInt(0, bound - 1)),
      draw: (arbitrary) => arbitrary.generate(generator, undefined).value,
    };
    return new fc.Value(drawHistory(random, this.#source, this.#options), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is History<Edit> {
    return typeof value === 'object' && value !== null && 'steps' in value;
  }

  shrink(history: History<Edit>): fc.Stream<fc.Value<History<Edit>>> {
    const simpler = shrinkHistory(history, (edit) => this.#source.shrink(edit));
    return fc.stream(simpler).map((smaller) => new fc.Value(smaller, undefined));
  }
}

function drawHistory<Edit>(random: RandomSource, source: EditSource<Edit>, options: HistoryOptions): History<Edit> {
  const replicas = options.replicas <= 2 || random.below(3) === 0 ? 2 : 3 + random.below(options.replicas - 2);
  const { start, next } = source.begin(random);
  // Most histories leave some of what can happen out, so that in the others there is more of the rest.
  const moods: Moods = {
    form: random.below(2) === 0,
    partition: random.below(3) === 0,
    crash: random.below(2) === 0,
    clock: random.below(5) === 0,
    versions: options.versions > 1 && random.below(4) === 0,
    undo: options.undo && random.below(3) === 0,
  };
  const count = 3 + random.below(Math.max(1, options.steps - 2));
  const steps: Step<Edit>[] = [];
  while (steps.length < count) steps.push(drawStep(random, replicas, moods, options, next));
  const versions = moods.versions ? Array.from({ length: replicas }, () => random.below(options.versions)) : undefined;
  return { replicas, start: start(), steps, ...(versions !== undefined && { versions }) };
}

interface Moods {
  readonly form: boolean;
  readonly partition: boolean;
  readonly crash: boolean;
  readonly clock: boolean;
  readonly versions: boolean;
  readonly undo: boolean;
}

const groupings = ['each', 'transaction', 'merged'] as const;
const storedAs = ['state', 'updates', 'merged', 'compacted'] as const;

function drawStep<Edit>(
  random: RandomSource,
  replicas: number,
  moods: Moods,
  { versions }: HistoryOptions,
  nextEdit: () => Edit,
): Step<Edit> {
  const who = random.below(replicas);
  const dice = random.below(100);
  if (dice < 48) {
    const onForm = moods.form && random.below(3) === 0;
    const lost = moods.crash && random.below(16) === 0;
    return { type: 'edit', at: who, edit: nextEdit(), ...(onForm && { onForm }), ...(lost && { lost }) };
  }
  if (dice < 70) {
    const [nth, count] = [random.below(4), 1 + random.below(4)];
    const grouping = groupings[random.below(3)] ?? 'each';
    return { type: 'deliver', to: who, nth, count, grouping };
  }
  if (dice < 75) return { type: 'repeat', to: who, nth: random.below(8) };
  if (dice < 81 && moods.form) return { type: 'open-form', at: who };
  if (dice < 85 && moods.partition) {
    return random.below(2) === 0 ? { type: 'partition', apart: [who] } : { type: 'heal' };
  }
  if (dice < 92 && moods.crash) {
    const version = moods.versions && random.below(2) === 0 ? random.below(versions) : undefined;
    const from = storedAs[random.below(5)] ?? 'compacted';
    return { type: 'reload', at: who, from, ...(version !== undefined && { version }) };
  }
  if (dice < 95 && moods.clock) return { type: 'clock', at: who, years: random.below(2) === 0 ? 10 : -10 };
  if (moods.undo) return { type: random.below(3) === 0 ? 'redo' : 'undo', at: who };
  return { type: 'deliver', to: who, nth: 0, count: 1 };
}
