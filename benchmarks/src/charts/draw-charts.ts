import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { partsOf, type Result } from '../frame/result.ts';
import { chartOf } from './chart.ts';

const folder = fileURLToPath(new URL('../../../docs/reference/benchmarks/', import.meta.url));

/** Draws a chart of each measure; measures that grow get lines, others bars. */
export function drawCharts(results: readonly Result[]): void {
  mkdirSync(folder, { recursive: true });
  for (const [measure, rows] of Map.groupBy(results, ({ id }) => partsOf(id).measure)) {
    writeFileSync(`${folder}${measure}.svg`, chartOf(measure, rows));
  }
}
