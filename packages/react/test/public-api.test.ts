import * as api from '@caseweave/react';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
    [
      "CaseloadProvider",
      "useBeingHere",
      "useCaseload",
      "useCaseloadStatus",
      "useDecide",
      "useDecisions",
      "useEditState",
      "useEdits",
      "useField",
      "usePresence",
      "useQuestions",
      "useRecord",
      "useRecords",
      "useSection",
      "useSectionView",
      "useSections",
      "useSettled",
      "useTyping",
      "useUnshown",
    ]
  `);
});
