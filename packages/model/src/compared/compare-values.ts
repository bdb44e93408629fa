import type { ValueSummary } from '../described/value-summary.ts';
import { type ModelDifference, breaks, compareNamed, notes, unlessSame } from './difference.ts';

/** Whether values that were allowed are allowed still, where both are of one type: bounds may widen. */
function isWider(before: ValueSummary, after: ValueSummary): boolean {
  if (before.type === 'line' || before.type === 'passage')
    return (after.type === 'line' || after.type === 'passage') && after.longest >= before.longest;
  if (before.type === 'number' && after.type === 'number')
    return after.least <= before.least && after.most >= before.most && (before.isWhole || !after.isWhole);
  return false;
}

/** Compares what values are that readers of the API are told: fields of a section, members of a list. */
export const compareValues = (
  path: string,
  before: Readonly<Record<string, ValueSummary>>,
  after: Readonly<Record<string, ValueSummary>>,
): readonly ModelDifference[] =>
  compareNamed(path, before, after, {
    both: (at, was, is) =>
      unlessSame(was, is, () =>
        isWider(was, is) && was.type === is.type
          ? notes(at, 'lets pass more than before')
          : breaks(at, `was ${words(was)} and is ${words(is)}: add a new field, and keep this one as it was`),
      ),
    gone: (at) => [notes(at, 'no longer says what it holds, or is gone')],
    added: (at, is) => [notes(at, `says what it holds: ${words(is)}`)],
  });

const words = (value: ValueSummary): string => {
  switch (value.type) {
    case 'code':
      return `a code of ${value.list}`;
    case 'record':
    case 'who-or-record':
      return `${value.type} (${value.kind})`;
    case 'row':
      return `a row of ${value.rows}`;
    case 'unit':
      return `a unit (${value.unit})`;
    case 'identifier':
      return `an identifier (${value.scheme})`;
    case 'line':
    case 'passage':
      return `a ${value.type} of ${value.longest}`;
    case 'number':
      return `a ${value.isWhole ? 'whole ' : ''}number from ${value.least} to ${value.most}`;
    case 'list':
      return `a list of ${words(value.of)}`;
    case 'day':
    case 'moment':
    case 'truth':
    case 'who':
    case 'group':
      return `a ${value.type}`;
  }
};
