import type { CodeListSummary } from '../described/code-list-summary.ts';
import type { ModelSummary } from '../described/model-summary.ts';
import { compareDecisions } from './compare-decisions.ts';
import { compareKinds } from './compare-kinds.ts';
import { compareSections } from './compare-sections.ts';
import { type ModelDifference, breaks, compareNamed, notes, unlessSame } from './difference.ts';

/**
 * Compares a model with a version of it that was released: what would break devices that run it, logs that were written by
 * it, tables of authorities that narrow it, and readers of its API; and what else changes, the rights cell by cell.
 */
export function compareModels(released: ModelSummary, next: ModelSummary): readonly ModelDifference[] {
  const found = [
    ...unlessSame(released.who, next.who, () =>
      notes('who', 'is said otherwise: see that the directory of each authority can say it'),
    ),
    ...unlessSame(released.whoTitle ?? null, next.whoTitle ?? null, () =>
      breaks('who.title', 'is another, and readers of the API name their type by it'),
    ),
    ...unlessSame(released.manyUnits ?? {}, next.manyUnits ?? {}, () =>
      breaks('units', 'are called otherwise where there are several, and readers of the API ask for them by it'),
    ),
    ...compareNamed('units', released.units, next.units, {
      both: (path, was, is) => unlessSame(was, is, () => notes(path, `is called "${is}" and was "${was}"`)),
      gone: (path) => [breaks(path, 'is gone, and directories have such units: keep it')],
      added: (path) => [notes(path, 'is new')],
    }),
    ...compareKinds(released.kinds, next.kinds),
    ...compareSections(released.sections, next.sections, next.kinds),
    ...compareDecisions(released.decisions, next.decisions),
    ...compareCodeLists(released.codeLists, next.codeLists),
  ];
  return [
    ...unlessSame(released.model, next.model, (was, is) =>
      breaks('name', `is ${is} and was ${was}: a model keeps its name`),
    ),
    ...(next.version < released.version
      ? [breaks('version', `is ${next.version}, below the released ${released.version}: versions only rise`)]
      : []),
    ...(found.length > 0 && next.version === released.version
      ? [breaks('version', 'is the same, but the model is not: raise it with each release')]
      : []),
    ...found,
  ];
}

const compareCodeLists = (
  before: Readonly<Record<string, CodeListSummary>>,
  after: Readonly<Record<string, CodeListSummary>>,
): readonly ModelDifference[] =>
  compareNamed('codes', before, after, {
    both: (path, was, is) =>
      compareNamed(path, byCode(was), byCode(is), {
        both: (at, old, now) => unlessSame(old, now, () => notes(at, `means "${now}" and meant "${old}"`)),
        gone: (at) => [breaks(at, 'is gone, and documents and logs hold it: keep the code, and offer it no more')],
        added: (at, label) => [notes(at, `is new: "${label}"`)],
      }),
    gone: (path) => [notes(path, 'is used no more')],
    added: (path) => [notes(path, 'is new')],
  });

const byCode = ({ codes }: CodeListSummary): Readonly<Record<string, string>> =>
  Object.fromEntries(codes.map(({ code, label }) => [String(code), label]));
