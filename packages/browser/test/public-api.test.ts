import * as api from '@caseweave/browser';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
    [
      "askToPersist",
      "browserClock",
      "browserPorts",
      "browserRandom",
      "demoToken",
      "fetchDemoPeople",
      "indexedDbStore",
      "roomLeft",
      "tabChannel",
      "webLocks",
      "webSocketTransport",
    ]
  `);
});
