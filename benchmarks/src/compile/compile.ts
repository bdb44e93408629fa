import type { Report, Suite } from '../frame/suite.ts';
import { checkedIn } from './checked-in.ts';
import { modelAsZod, modelSource } from './model-source.ts';
import { recordAsZod, recordSource } from './record-source.ts';

const fields = 10;

/** What the compiler takes to infer a large record, and a large model, beside the same as zod objects. */
export const compile: Suite = {
  name: 'compile',
  about:
    'a record of 30 collections by 10 fields, and a model of 300 decisions, type-checked beside the same as zod objects',
  run(report) {
    const none = checkedIn('export {};\n');
    for (const collections of [10, 30])
      measured(report, [none, none], {
        measure: 'compile',
        size: collections * fields,
        what: `${collections * fields} fields in ${collections} collections inferred, views and drafts used; without the start of the compiler`,
        sources: [recordSource(collections), recordAsZod(collections)],
        isLarge: collections === 30,
      });
    const empty = [checkedIn(modelSource(0, 0)), checkedIn(modelAsZod(0, 0))] as const;
    for (const decisions of [100, 300])
      measured(report, empty, {
        measure: 'compile-model',
        size: decisions,
        what: `a model of ${decisions} decisions and ${decisions / 5} sections inferred; without the start of the compiler and its reading of the libraries`,
        sources: [modelSource(decisions / 5, decisions), modelAsZod(decisions / 5, decisions)],
        isLarge: decisions === 300,
      });
  },
};

interface Compared {
  readonly measure: string;
  readonly size: number;
  readonly what: string;
  /** Ours, and the same as zod objects. */
  readonly sources: readonly [ours: string, other: string];
  readonly isLarge: boolean;
}

/** Reports what the sources take beyond what their beginning does. */
function measured(
  report: Report,
  without: readonly [ours: number, other: number],
  { measure, size, what, sources, isLarge }: Compared,
): void {
  const [ours, other] = sources.map(checkedIn);
  if (ours === undefined || other === undefined) return;
  report({
    measure,
    size,
    what,
    unit: 's',
    ours: Math.max(0.001, ours - without[0]),
    other: Math.max(0.001, other - without[1]),
    otherIs: 'zod objects',
    ...(isLarge ? { goal: { oursAtMost: 2 } } : {}),
  });
}
