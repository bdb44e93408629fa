import { earlyHelp } from '@caseweave/family';
import { adviceOn } from '@caseweave/model';
import { expect, test } from 'vitest';

test('nothing in the model is likely not meant', () => {
  expect(adviceOn(earlyHelp)).toEqual([]);
});

test('every refusal says what to do next', () => {
  const refusals = Array.from(earlyHelp.decisions.values(), (one) => Object.values(one.refusals)).flat();
  expect(refusals.length).toBeGreaterThan(5);
  expect(refusals.filter((words) => !/^[A-Z].+\. [A-Z].+\.$/.test(words))).toEqual([]);
});
