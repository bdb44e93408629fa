import * as api from '@caseweave/record';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
    [
      "LIMITS",
      "RecordError",
      "collection",
      "defineSection",
      "entityIds",
      "log",
      "openSection",
      "position",
      "progress",
      "readSection",
      "register",
      "richText",
      "setOf",
      "shapeOf",
      "text",
    ]
  `);
});
