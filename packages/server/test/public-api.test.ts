import * as api from '@caseweave/server';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
    [
      "StartFailure",
      "changeRecord",
      "graphqlHandler",
      "issueToken",
      "printedSchema",
      "putPlaces",
      "putPrincipals",
      "registerRecord",
      "registerRecords",
      "startServer",
    ]
  `);
});
