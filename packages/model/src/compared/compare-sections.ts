import { compareSchemas } from '@caseweave/record';
import type { KindSummary } from '../described/kind-summary.ts';
import type { ListFieldSummary, SectionSummary } from '../described/section-summary.ts';
import type { ValueSummary } from '../described/value-summary.ts';
import { compareRights } from './compare-rights.ts';
import { compareValues } from './compare-values.ts';
import { type ModelDifference, breaks, compareNamed, notes, unlessSame } from './difference.ts';

/** Compares sections: records have what was released, and get what is new. @param kinds - those of now */
export const compareSections = (
  before: Readonly<Record<string, SectionSummary>>,
  after: Readonly<Record<string, SectionSummary>>,
  kinds: Readonly<Record<string, KindSummary>>,
): readonly ModelDifference[] =>
  compareNamed('sections', before, after, {
    both: (path, was, is) => compareSection(path, was, is, kinds[is.kind]?.seating ?? []),
    gone: (path) => [breaks(path, 'is gone, and records have it: keep the section, and let no seat write it')],
    added: (path) => [notes(path, 'is new: records that there are get it')],
  });

function compareSection(
  path: string,
  before: SectionSummary,
  after: SectionSummary,
  seating: readonly string[],
): readonly ModelDifference[] {
  return [
    ...unlessSame(before.kind, after.kind, (was, is) =>
      breaks(`${path}.kind`, `is of the kind ${is} and was of ${was}: add a new section`),
    ),
    ...unlessSame(before.title, after.title, (was, is) =>
      breaks(`${path}.title`, `is called "${is}" and was "${was}", and readers of the API name its type by it`),
    ),
    ...unlessSame(before.hasPresence, after.hasPresence, (_, is) =>
      notes(`${path}.hasPresence`, is ? 'tells who else is in it' : 'no longer tells who else is in it'),
    ),
    ...compareRights(path, before, after, seating),
    ...(before.schema === null || after.schema === null
      ? []
      : compareSchemas(before.schema, after.schema).map(({ path: field, breaking, words }) => ({
          path: field === '' ? path : `${path}.${field}`,
          breaking,
          words,
        }))),
    ...compareValues(`${path}.values`, before.values, after.values),
    ...compareLists(`${path}.list`, before.list ?? {}, after.list ?? {}),
  ];
}

type ListFields = Readonly<Record<string, ListFieldSummary>>;

const compareLists = (path: string, before: ListFields, after: ListFields): readonly ModelDifference[] => [
  ...compareNamed(path, before, after, {
    both: (at, was, is) => [
      ...unlessSame(was.label, is.label, () => notes(at, `is called "${is.label}"`)),
      ...unlessSame(was.isFiltered === true, is.isFiltered === true, (_, filtered) =>
        filtered
          ? notes(at, 'narrows lists')
          : breaks(at, 'narrows lists no more, and readers of the API may narrow by it: keep it'),
      ),
      ...unlessSame(was.isSearched === true, is.isSearched === true, (_, searched) =>
        notes(at, searched ? 'is searched' : 'is searched no more'),
      ),
    ],
    gone: (at) => [breaks(at, 'is gone, and readers of the API may ask for it: keep it')],
    added: (at) => [notes(at, 'is new')],
  }),
  ...compareValues(path, valuesOf(before), valuesOf(after)).filter(({ breaking }) => breaking),
];

const valuesOf = (fields: ListFields): Readonly<Record<string, ValueSummary>> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, { value }]) => (value === null ? [] : [[name, value]])));
