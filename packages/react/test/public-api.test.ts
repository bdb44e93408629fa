import * as api from '@caseweave/react';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
    [
      "CaseloadProvider",
      "OpenRecordProvider",
      "caretAfter",
      "refusalWords",
      "sentence",
      "spliceBetween",
      "useBeingHere",
      "useCaseload",
      "useCaseloadStatus",
      "useDecide",
      "useDecisions",
      "useEditState",
      "useEditing",
      "useEdits",
      "useField",
      "useLiveText",
      "useOpenRecord",
      "usePresence",
      "useQuestions",
      "useRecord",
      "useRecords",
      "useRowState",
      "useSection",
      "useSectionView",
      "useSections",
      "useSettled",
      "useShownSection",
      "useTyping",
      "useUnshown",
    ]
  `);
});
