import type { KindSummary } from '../described/kind-summary.ts';
import { type ModelDifference, breaks, compareNamed, notes, unlessSame } from './difference.ts';

/** Compares kinds of record. */
export const compareKinds = (
  before: Readonly<Record<string, KindSummary>>,
  after: Readonly<Record<string, KindSummary>>,
): readonly ModelDifference[] =>
  compareNamed('kinds', before, after, {
    both: compareKind,
    gone: (path) => [breaks(path, 'is gone, and stores have such records: keep the kind')],
    added: (path) => [notes(path, 'is new')],
  });

function compareKind(path: string, before: KindSummary, after: KindSummary): readonly ModelDifference[] {
  const facts = `${path}.facts`;
  const raised = after.facts.version > before.facts.version;
  return [
    ...unlessSame(before.title, after.title, (was, is) => notes(`${path}.title`, `is called "${is}" and was "${was}"`)),
    ...(after.facts.version < before.facts.version
      ? [breaks(facts, `have version ${after.facts.version}, below the released ${before.facts.version}`)]
      : []),
    ...(raised ? [notes(facts, `are folded again: version ${after.facts.version}`)] : []),
    ...(raised
      ? []
      : unlessSame(before.facts.shape, after.facts.shape, () =>
          breaks(facts, 'are of another shape, but the version is not: raise it, so that stores fold them again'),
        )),
    ...compareSentences(`${path}.seats`, before.seats, after.seats),
    ...compareSentences(`${path}.conditions`, before.conditions, after.conditions),
    ...unlessSame(before.seating ?? [], after.seating ?? [], (_, is) =>
      notes(`${path}.conditions`, `that seat people themselves: ${is.join(', ') || 'none'}`),
    ),
  ];
}

const compareSentences = (
  path: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly ModelDifference[] =>
  compareNamed(path, before, after, {
    both: (at, was, is) => unlessSame(was, is, () => notes(at, `means "${is}" and meant "${was}"`)),
    gone: (at) => [breaks(at, "is gone, and authorities' own tables may name it: keep it, with none in every row")],
    added: (at) => [notes(at, 'is new')],
  });
