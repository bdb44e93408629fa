import * as api from '@caseweave/react';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
    [
      "CaseloadProvider",
      "useCaseload",
      "useCaseloadStatus",
      "useDecide",
      "useDecisions",
      "useEditState",
      "useEdits",
      "usePresence",
      "useQuestions",
      "useRecord",
      "useRecords",
      "useSection",
      "useSectionView",
      "useSections",
      "useSettled",
      "useUnshown",
    ]
  `);
});
