import { suites } from '../suites.ts';
import type { Measured } from './result.ts';

const suite = suites.find(({ name }) => name === process.argv[2]);
if (suite === undefined) throw new Error(`There is no suite called ${process.argv[2]}.`);

const say = (measured: Measured): void => {
  process.send?.(measured);
};
await suite.run(say);
process.disconnect();
