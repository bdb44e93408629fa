import { benchmarksPage } from './benchmarks-page.ts';
import { type Declarations, declarationsOf } from './declarations.ts';
import { familyRecordPage } from './family-record-page.ts';
import { familySpec, familySpecPage } from './family-rights.ts';
import { packagePage } from './package-page.ts';

const packages = [
  'record',
  'family',
  'model',
  'graphql',
  'protocol',
  'caseload',
  'browser',
  'react',
  'merge-laws',
  'embedded-postgres',
  'server',
  'early-help-server',
];

let declarations: Declarations | undefined;

/** The pages of the reference that are written from the sources, by their path from the root. */
export const pages: ReadonlyMap<string, () => string> = new Map([
  ...packages.map((folder) => {
    const page = (): string => packagePage(folder, (declarations ??= declarationsOf(packages)));
    return [`docs/reference/${folder}.md`, page] as const;
  }),
  ['docs/reference/family-record.md', familyRecordPage],
  [familySpec, familySpecPage],
  ['docs/reference/benchmarks.md', benchmarksPage],
]);
