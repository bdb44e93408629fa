import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** One change of a text: where, how many characters go, and what comes in their place. */
type Patch = readonly [at: number, remove: number, insert: string];

/** What one device typed without anything new from the other: after how much of the other's typing, and what. */
export interface Stretch {
  /** How many of the other device's stretches were on the screen. */
  readonly after: number;
  readonly changes: readonly (readonly Patch[])[];
}

/** A text that two devices typed at once, each device's stretches in order. */
export interface Trace {
  readonly devices: readonly [readonly Stretch[], readonly Stretch[]];
  readonly endContent: string;
}

interface RecordedTrace {
  readonly endContent: string;
  readonly txns: readonly {
    readonly parents: readonly number[];
    readonly agent: number;
    readonly patches: readonly Patch[];
  }[];
}

interface Typed {
  readonly seen: number;
  readonly patches: readonly Patch[];
}

type Side = 0 | 1;
const otherOf = (side: Side): Side => (side === 0 ? 1 : 0);

/** Reads a concurrent trace of the editing-traces collection. Agents after the first never type at once: one device. */
export async function readTrace(file: string): Promise<Trace> {
  const bytes = await promisify(gunzip)(await readFile(file));
  const recorded = JSON.parse(bytes.toString('utf8')) as RecordedTrace;
  const typed: readonly [Typed[], Typed[]] = [[], []];
  const known: (readonly [number, number])[] = [];
  for (const { parents, agent, patches } of recorded.txns) {
    const side: Side = agent === 0 ? 0 : 1;
    const seen: [number, number] = [0, 0];
    for (const parent of parents) {
      const [first, second] = known[parent] ?? [0, 0];
      seen[0] = Math.max(seen[0], first);
      seen[1] = Math.max(seen[1], second);
    }
    if (seen[side] !== typed[side].length) throw new Error('This trace has a device that typed at once with itself.');
    typed[side].push({ seen: seen[otherOf(side)], patches });
    seen[side] += 1;
    known.push(seen);
  }
  return { devices: [stretchesOf(typed, 0), stretchesOf(typed, 1)], endContent: recorded.endContent };
}

/** Cuts a device's typing wherever either device had just received something, so that stretches travel whole. */
function stretchesOf(typed: readonly [readonly Typed[], readonly Typed[]], side: Side): readonly Stretch[] {
  const endsOfOther = endsOf(typed, otherOf(side));
  const stretches: Stretch[] = [];
  let start = 0;
  for (const end of endsOf(typed, side)) {
    const part = typed[side].slice(start, end);
    stretches.push({ after: endsOfOther.indexOf(part[0]?.seen ?? 0) + 1, changes: part.map(({ patches }) => patches) });
    start = end;
  }
  return stretches;
}

/** The counts of a device's changes after which a stretch ends, in rising order. */
function endsOf(typed: readonly [readonly Typed[], readonly Typed[]], side: Side): readonly number[] {
  const own = typed[side];
  const ends = new Set(typed[otherOf(side)].map(({ seen }) => seen).filter((seen) => seen > 0));
  own.forEach(({ seen }, at) => {
    if (at > 0 && own[at - 1]?.seen !== seen) ends.add(at);
  });
  ends.add(own.length);
  return [...ends].toSorted((one, two) => one - two);
}
