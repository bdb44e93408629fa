import * as api from '@caseweave/server';
import * as command from '@caseweave/server/command';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
    [
      "Decisions",
      "StartFailure",
      "emptyAuthority",
      "endPeople",
      "enrolDevice",
      "issueToken",
      "loadAuthority",
      "loadPeople",
      "loadStates",
      "loadUnits",
      "migrate",
      "openDatabase",
      "putPeople",
      "putUnits",
      "startNode",
      "startServer",
      "writeGroup",
    ]
  `);
  expect(Object.keys(command).toSorted()).toMatchInlineSnapshot(`
    [
      "demoServing",
      "givenNumber",
      "inTime",
      "main",
      "modelCommands",
      "readIssuerSettings",
      "readSettings",
      "resetCommand",
      "run",
      "startCommand",
      "withNode",
      "yesOrNo",
    ]
  `);
});
