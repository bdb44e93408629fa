import * as api from '@caseweave/caseload';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
    [
      "StoreFailure",
      "isTabMessage",
      "manualClock",
      "memoryDisk",
      "memoryLocks",
      "memoryTabs",
      "openCaseload",
      "seededRandom",
      "statusWords",
    ]
  `);
});
