import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Measured, type Result, resultOf } from './result.ts';

const runner = fileURLToPath(new URL('run-suite.ts', import.meta.url));

/** How a suite's process ended. */
export interface SuiteRun {
  readonly results: readonly Result[];
  readonly failed: boolean;
}

/** Runs one suite in a process of its own: what one leaves behind in memory or compiled code does not touch another. */
export function runApart(name: string, heard: (result: Result) => void): Promise<SuiteRun> {
  return new Promise((resolve) => {
    const results: Result[] = [];
    const child = fork(runner, [name], { execArgv: [...process.execArgv, '--expose-gc'] });
    child.on('message', (measured) => {
      const result = resultOf(measured as Measured);
      results.push(result);
      heard(result);
    });
    child.on('exit', (code) => resolve({ results, failed: code !== 0 }));
  });
}
