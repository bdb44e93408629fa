import { testEarlyHelp } from './early-help/test-early-help.ts';
import { testRepairs } from './repairs/test-repairs.ts';
import type { TestModel } from './test-model.ts';

const models: readonly TestModel[] = [testRepairs, testEarlyHelp];
const asked = process.env['CASEWEAVE_TEST_MODEL'] ?? testRepairs.name;
const found = models.find(({ name }) => name === asked);
if (found === undefined) throw new Error(`CASEWEAVE_TEST_MODEL names no model of the tests: "${asked}".`);

/** The model that suites over any model are run with: the small one, or what CASEWEAVE_TEST_MODEL names. */
export const served: TestModel = found;
