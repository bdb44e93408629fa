import { existsSync } from 'node:fs';
import { z } from 'zod';
import { root, textOf } from './repository.ts';

const results = z.array(
  z.object({
    id: z.string(),
    what: z.string(),
    unit: z.string(),
    ours: z.number(),
    other: z.number(),
    otherIs: z.string(),
    ratio: z.number(),
    goal: z.string().nullable(),
    met: z.boolean().nullable(),
  }),
);

/** The reference page of what was measured. */
export function benchmarksPage(): string {
  const all = results.parse(JSON.parse(textOf('benchmarks/results.json')));
  const measures = Map.groupBy(all, ({ id }) => id.split(/[@/]/)[0] ?? id);
  const parts = Array.from(measures, ([measure, rows]) => {
    const chart = `benchmarks/${measure}.svg`;
    return [
      `## ${measure}`,
      '',
      '| Id | What was done | Ours | The other | The other is | Ours / other | Goal | |',
      '|---|---|---:|---:|---|---:|---|---|',
      ...rows.map(({ id, what, unit, ours, other, otherIs, ratio, goal, met }) =>
        [
          '',
          `\`${id}\``,
          what,
          `${shown(ours)} ${unit}`,
          `${shown(other)} ${unit}`,
          otherIs,
          shown(ratio),
          goal ?? '',
          met === null ? '' : met ? 'met' : 'missed',
          '',
        ]
          .join(' | ')
          .trim(),
      ),
      '',
      ...(existsSync(`${root}docs/reference/${chart}`) ? [`![A chart of ${measure}](${chart})`, ''] : []),
    ].join('\n');
  });
  return [
    '<!-- Written by `npm run bench` and `npm run pages` from benchmarks/results.json; do not edit. -->',
    '',
    '# Benchmarks',
    '',
    'What Caseweave costs beside a peer or the raw floor. Contestants take turns in the same run, so that a machine that',
    'drifts slows all of them alike: read the ratios, and where the machine was busy take differences under 1.5 times as none.',
    'Bytes and messages are exact. A goal that is missed is said to be missed.',
    '',
    'Measure anew with `npm run bench`, or `npm run bench -- typed-edit open` for some suites; each keeps its rows in',
    '`benchmarks/results.json`, from which this page is written. How a suite is made: [benchmarks](../../benchmarks/README.md).',
    '',
    ...parts,
  ].join('\n');
}

const shown = (value: number): string => value.toLocaleString('en-GB', { maximumSignificantDigits: 4 });
