import { suites } from '../suites.ts';
import type { Measured } from './result.ts';

const suite = suites.find(({ name }) => name === process.argv[2]);
if (suite === undefined) throw new Error(`There is no suite called ${process.argv[2]}.`);

const said: Promise<unknown>[] = [];
await suite.run((measured: Measured) => {
  said.push(new Promise((heard) => process.send?.(measured, heard)));
});
await Promise.all(said);
// What a peer left running does not keep the rest waiting.
process.exit(0);
