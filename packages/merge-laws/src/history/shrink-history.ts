import type { History, Step } from './step.ts';

/**
 * Histories that are a little simpler, the boldest first: fewer steps, nothing to begin with, fewer replicas, then
 * simpler steps. Each is smaller by some measure, so that shrinking ends.
 */
export function* shrinkHistory<Edit>(
  history: History<Edit>,
  shrinkEdit: (edit: Edit) => Iterable<Edit>,
): IterableIterator<History<Edit>> {
  const { steps, start, versions } = history;
  for (const shorter of without(steps)) yield { ...history, steps: shorter };
  for (const shorter of without(start)) yield { ...history, start: shorter };
  if (versions !== undefined) {
    const { versions: _all, ...unversioned } = history;
    yield unversioned;
    for (const [index, version] of versions.entries())
      if (version > 0) yield { ...history, versions: versions.with(index, 0) };
  }
  yield* withFewerReplicas(history);
  for (const [index, step] of steps.entries())
    for (const simpler of simplerSteps(step, shrinkEdit)) yield { ...history, steps: steps.with(index, simpler) };
  for (const [index, edit] of start.entries())
    for (const simpler of shrinkEdit(edit)) yield { ...history, start: start.with(index, simpler) };
  // Two at once, where neither can go alone: an edit, and what was to receive it.
  if (steps.length <= 14)
    for (const [index] of steps.entries())
      for (let other = index + 1; other < steps.length; other += 1)
        yield { ...history, steps: steps.filter((_, at) => at !== index && at !== other) };
}

// Halves away, then quarters, and so on down to single ones.
function* without<Item>(items: readonly Item[]): Iterable<readonly Item[]> {
  for (let size = items.length; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < items.length; from += size) yield items.filter((_, at) => at < from || at >= from + size);
}

function* withFewerReplicas<Edit>(history: History<Edit>): Iterable<History<Edit>> {
  const { replicas, steps } = history;
  if (replicas <= 2) return;
  const last = replicas - 1;
  for (let instead = 0; instead < last; instead += 1) {
    yield {
      ...history,
      replicas: last,
      steps: steps.map((step) => renamed(step, (at) => (at % replicas === last ? instead : at % replicas))),
      ...(history.versions !== undefined && { versions: history.versions.slice(0, last) }),
    };
  }
}

function renamed<Edit>(step: Step<Edit>, name: (at: number) => number): Step<Edit> {
  if (step.type === 'heal') return step;
  if (step.type === 'partition') return { ...step, apart: [...new Set(step.apart.map(name))] };
  return 'to' in step ? { ...step, to: name(step.to) } : { ...step, at: name(step.at) };
}

function* simplerSteps<Edit>(step: Step<Edit>, shrinkEdit: (edit: Edit) => Iterable<Edit>): Iterable<Step<Edit>> {
  switch (step.type) {
    case 'edit': {
      const { onForm, lost, ...plain } = step;
      if (onForm === true) yield { ...plain, ...(lost === true && { lost }) };
      if (lost === true) yield { ...plain, ...(onForm === true && { onForm }) };
      for (const edit of shrinkEdit(step.edit)) yield { ...step, edit };
      return;
    }
    case 'deliver': {
      const { nth = 0, count = 1, grouping, ...plain } = step;
      if (grouping !== undefined) yield { ...plain, nth, count };
      if (count > 1) yield { ...step, count: count - 1 };
      if (nth > 0) yield { ...step, nth: nth - 1 };
      if (step.count === 1 || step.nth === 0)
        yield { ...plain, ...(count > 1 && { count }), ...(nth > 0 && { nth }), ...(grouping && { grouping }) };
      return;
    }
    case 'repeat':
      if (step.nth > 1) yield { ...step, nth: 0 };
      if (step.nth > 0) yield { ...step, nth: step.nth - 1 };
      return;
    case 'reload': {
      const { version, ...plain } = step;
      if (version !== undefined) yield plain;
      if (step.from !== 'state') yield { ...step, from: 'state' };
      return;
    }
    case 'clock':
      if (step.years !== 10) yield { ...step, years: 10 };
      return;
    case 'heal':
    case 'open-form':
    case 'partition':
    case 'redo':
    case 'undo':
      break;
  }
}
