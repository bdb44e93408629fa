import * as api from '@caseweave/record';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
    [
      "LIMITS",
      "RecordError",
      "authorshipWords",
      "collection",
      "defineSection",
      "editSections",
      "entityIds",
      "log",
      "openSection",
      "openUndo",
      "position",
      "prepareSections",
      "progress",
      "readSection",
      "ref",
      "register",
      "richText",
      "setOf",
      "shapeOf",
      "text",
    ]
  `);
});
