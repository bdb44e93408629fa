import type { DecisionSummary } from '../described/decision-summary.ts';
import type { FieldOfGroup, ValueSummary } from '../described/value-summary.ts';
import { type ModelDifference, breaks, compareNamed, notes, unlessSame } from './difference.ts';

/** Compares decisions: what logs and devices have of them is understood for good. */
export const compareDecisions = (
  before: Readonly<Record<string, DecisionSummary>>,
  after: Readonly<Record<string, DecisionSummary>>,
): readonly ModelDifference[] =>
  compareNamed('decisions', before, after, {
    both: compareDecision,
    gone: (path) => [
      breaks(path, 'is gone, and logs have it: keep its form, upgrade and fold, and let nobody decide it'),
    ],
    added: (path) => [notes(path, 'is new')],
  });

function compareDecision(path: string, before: DecisionSummary, after: DecisionSummary): readonly ModelDifference[] {
  return [
    ...unlessSame([before.type, before.kind], [after.type, after.kind], () =>
      breaks(path, `was a ${before.type} (${before.kind}), and is not: add a new one`),
    ),
    ...(after.version < before.version
      ? [breaks(`${path}.version`, `is ${after.version}, below the released ${before.version}: versions only rise`)]
      : []),
    ...compareForms(`${path}.form`, before, after),
    ...unlessSame(before.title, after.title, (was, is) => notes(`${path}.title`, `is called "${is}" and was "${was}"`)),
    ...unlessSame(before.by, after.by, (_, is) => notes(`${path}.by`, is === null ? 'is not said' : `is ${is}`)),
    ...unlessSame(before.byAuthority === true, after.byAuthority === true, (_, is) =>
      notes(`${path}.byAuthority`, is ? 'is decided by whoever runs the authority alone' : 'is decided by who may'),
    ),
    ...compareNamed(`${path}.refusals`, before.refusals, after.refusals, {
      both: (at, was, is) => unlessSame(was, is, () => notes(at, `says "${is}"`)),
      gone: (at) => [notes(at, 'is no refusal any more')],
      added: (at, words) => [notes(at, `is new: "${words}"`)],
    }),
    ...unlessSame(before.overtakenBy, after.overtakenBy, (_, is) =>
      notes(`${path}.overtakenBy`, `is ${is.join(', ') || 'nothing'}`),
    ),
  ];
}

function compareForms(path: string, before: DecisionSummary, after: DecisionSummary): readonly ModelDifference[] {
  const raised = after.version > before.version;
  const changes = compareNamed(path, before.form, after.form, {
    both: (at, was, is) =>
      unlessSame(unlabelled(was), unlabelled(is), () => notes(at, 'is something else, or may no longer be left out')),
    gone: (at) => [notes(at, 'is asked no more')],
    added: (at, { isOptional }) => [notes(at, isOptional ? 'is new, and may be left out' : 'is new')],
  });
  const labels = compareNamed(path, before.form, after.form, {
    both: (at, was, is) => unlessSame(was.label, is.label, () => notes(at, `is called "${is.label}"`)),
    gone: () => [],
    added: () => [],
  });
  if (changes.length === 0) return labels;
  if (!raised)
    return [
      breaks(path, 'is another, but the version is not: raise it, so that older servers say that they do not know it'),
      ...changes,
    ];
  const fits = Object.entries(after.form).every(([name, field]) => fitsAsItIs(before.form[name], field));
  const keeps = Object.keys(before.form).every((name) => Object.hasOwn(after.form, name));
  return fits && keeps
    ? [...changes, ...labels]
    : after.upgrades.includes(before.version)
      ? [notes(path, `of version ${before.version} is brought up`), ...changes, ...labels]
      : [
          breaks(
            path,
            `of version ${before.version} does not fit: say how it is brought up, upgrade: { ${before.version}: … }`,
          ),
          ...changes,
        ];
}

/** Whether an old member of a form passes as the new one. */
const fitsAsItIs = (before: FieldOfGroup | undefined, after: FieldOfGroup): boolean =>
  before === undefined
    ? after.isOptional
    : unlessSame(before.value, after.value, () => notes('', '')).length === 0 &&
      (after.isOptional || !before.isOptional);

/** What a member of a form is, whatever it is called. */
const unlabelled = ({ isOptional, value }: FieldOfGroup): unknown => ({ isOptional, value: bare(value) });

function bare(value: ValueSummary): unknown {
  if (value.type === 'list') return { ...value, of: bare(value.of) };
  if (value.type !== 'group') return value;
  return Object.fromEntries(Object.entries(value.fields).map(([name, field]) => [name, unlabelled(field)]));
}
