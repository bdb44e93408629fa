import * as api from '@caseweave/record';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
    [
      "LIMITS",
      "RecordError",
      "authorshipWords",
      "collection",
      "compareSchemas",
      "defineSection",
      "editSections",
      "entityIds",
      "extendSection",
      "freeze",
      "isUnshownIn",
      "isUsableAs",
      "log",
      "oldestWritersOf",
      "openSection",
      "openUndo",
      "position",
      "prepareSections",
      "progress",
      "readFrozen",
      "readSection",
      "readSectionAndQuestions",
      "ref",
      "register",
      "replay",
      "rewrittenPassages",
      "richText",
      "schemaMarkdown",
      "schemaSummary",
      "setOf",
      "shapeOf",
      "text",
      "versionsOf",
      "viewAt",
    ]
  `);
});
