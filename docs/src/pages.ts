import { benchmarksPage } from './benchmarks-page.ts';
import { familyRecordPage } from './family-record-page.ts';
import { packagePage } from './package-page.ts';

const packages = [
  'record',
  'family',
  'protocol',
  'caseload',
  'browser',
  'react',
  'merge-laws',
  'embedded-postgres',
  'server',
  'early-help-server',
];

/** The pages of the reference that are written from the sources, by their path from the root. */
export const pages: ReadonlyMap<string, () => string> = new Map([
  ...packages.map((folder) => [`docs/reference/${folder}.md`, () => packagePage(folder)] as const),
  ['docs/reference/family-record.md', familyRecordPage],
  ['docs/reference/benchmarks.md', benchmarksPage],
]);
