/** One row of `results.json`: a figure of ours beside the same done by something else, in the same run. */
export interface Result {
  /** `measure@size/peer`; the size is how many of what grows, and left out where nothing does. */
  readonly id: string;
  /** What was done, in plain words. */
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly other: number;
  /** What the other figure is of. */
  readonly otherIs: string;
  /** `ours / other`. */
  readonly ratio: number;
  /** What is to be reached, in words; null where nothing was promised. */
  readonly goal: string | null;
  /** Whether it was reached; null where nothing was promised. */
  readonly met: boolean | null;
}

/** What is to be reached: a bound for the ratio, or for our own figure. */
type Goal =
  | { readonly ratioAtMost: number }
  | { readonly oursAtMost: number }
  | { readonly ratioAtLeast: number }
  | { readonly oursAtLeast: number };

/** What a measurement reports. */
export interface Measured {
  readonly measure: string;
  readonly size?: number;
  /** Which peer this is beside, where a measure has several. */
  readonly peer?: string;
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly other: number;
  readonly otherIs: string;
  readonly goal?: Goal;
}

/** Makes a row of what was measured. */
export function resultOf({ measure, size, peer, goal, ...rest }: Measured): Result {
  const { what, unit, ours, other, otherIs } = rest;
  const ratio = ours / other;
  const id = `${measure}${size === undefined ? '' : `@${size}`}${peer === undefined ? '' : `/${peer}`}`;
  const judged = goal === undefined ? { goal: null, met: null } : judge(goal, ours, ratio, unit);
  return { id, what, unit, ours: rounded(ours), other: rounded(other), otherIs, ratio: rounded(ratio), ...judged };
}

/** Splits an id into what it is made of. */
export function partsOf(id: string): { measure: string; size: number | null; peer: string | null } {
  const [before = id, peer = null] = id.split('/');
  const [measure = before, size] = before.split('@');
  return { measure, size: size === undefined ? null : Number(size), peer };
}

function judge(goal: Goal, ours: number, ratio: number, unit: string): { goal: string; met: boolean } {
  if ('ratioAtMost' in goal)
    return { goal: `at most ${rounded(goal.ratioAtMost)} times`, met: ratio <= goal.ratioAtMost };
  if ('ratioAtLeast' in goal) return { goal: `at least ${goal.ratioAtLeast} times`, met: ratio >= goal.ratioAtLeast };
  if ('oursAtMost' in goal) return { goal: `at most ${goal.oursAtMost} ${unit}`, met: ours <= goal.oursAtMost };
  return { goal: `at least ${goal.oursAtLeast} ${unit}`, met: ours >= goal.oursAtLeast };
}

/** Three significant digits for small figures, whole ones for large: more would pretend. */
const rounded = (value: number): number =>
  Math.abs(value) >= 1_000 ? Math.round(value) : Number(value.toPrecision(3));
