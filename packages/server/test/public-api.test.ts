import * as api from '@caseweave/server';
import * as command from '@caseweave/server/command';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
    [
      "StartFailure",
      "changeRecord",
      "createSections",
      "decide",
      "decideIn",
      "emptyAuthority",
      "endPrincipals",
      "enrolDevice",
      "graphqlHandler",
      "insertPersons",
      "insertRecords",
      "issueToken",
      "loadAuthority",
      "loadFacts",
      "loadPrincipals",
      "lockAuthority",
      "migrate",
      "openDatabase",
      "printedSchema",
      "putPlaces",
      "putPrincipals",
      "registerRecord",
      "registerRecords",
      "startNode",
      "startServer",
      "writeGroup",
    ]
  `);
  expect(Object.keys(command).toSorted()).toMatchInlineSnapshot(`
    [
      "givenNumber",
      "inTime",
      "main",
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
