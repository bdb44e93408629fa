import type { Result } from './result.ts';

const columns = ['id', 'unit', 'ours', 'other', 'other is', 'ratio', 'goal', ''] as const;
const toTheRight = new Set<string>(['ours', 'other', 'ratio']);

/** Results as a table for a terminal. */
export function tableOf(results: readonly Result[]): string {
  const rows = [columns, ...results.map(cells)];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return toTheRight.has(columns[at] ?? '') ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const [head = columns, ...body] = rows;
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n');
}

const cells = ({ id, unit, ours, other, otherIs, ratio, goal, met }: Result): readonly string[] => [
  id,
  unit,
  shown(ours),
  shown(other),
  otherIs,
  shown(ratio),
  goal ?? '',
  met === null ? '' : met ? 'met' : 'missed',
];

const shown = (value: number): string => value.toLocaleString('en-GB', { maximumSignificantDigits: 4 });
