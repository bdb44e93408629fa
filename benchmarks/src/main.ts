import { cpus } from 'node:os';
import { drawCharts } from './charts/draw-charts.ts';
import { keepResults } from './frame/results-file.ts';
import { runApart } from './frame/run-apart.ts';
import { tableOf } from './frame/table.ts';
import { suites } from './suites.ts';

/** `npm run bench [suite …]`: runs all suites, or those that are named; prints a table, keeps results and charts. */
async function bench(named: readonly string[]): Promise<boolean> {
  const unknown = named.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(`There is no suite called ${unknown.join(', ')}. There are:`);
    for (const { name, about } of suites) console.error(`  ${name.padEnd(18)} ${about}`);
    return false;
  }
  const chosen = named.length === 0 ? suites : suites.filter(({ name }) => named.includes(name));
  const processors = cpus();
  console.log(`${processors.length} processors (${processors[0]?.model ?? 'unknown'}), Node.js ${process.version}.`);
  console.log('Ratios count; a machine that does other things beside this drifts by half either way.\n');

  const failed: string[] = [];
  for (const { name, about } of chosen) {
    console.log(`${name}: ${about}`);
    const run = await runApart(name, ({ id, ours, unit, ratio, otherIs }) =>
      console.log(`  ${id}: ${ours} ${unit}, ${ratio} times ${otherIs}`),
    );
    if (run.failed) failed.push(name);
    if (run.results.length === 0) continue;
    const all = keepResults(run.results);
    drawCharts(all);
    console.log(`\n${tableOf(run.results)}\n`);
  }
  if (failed.length > 0) console.error(`Not finished: ${failed.join(', ')}.`);
  return failed.length === 0;
}

process.exitCode = (await bench(process.argv.slice(2))) ? 0 : 1;
