import * as api from '@caseweave/record';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
    [
      "LIMITS",
      "RecordError",
      "collection",
      "defineSection",
      "editSections",
      "entityIds",
      "log",
      "openSection",
      "position",
      "prepareSections",
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
