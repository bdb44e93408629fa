import type { Json } from '@caseweave/record';
import type { LawFinding } from '../subject.ts';
import { byText } from '../values/canonical.ts';
import { cellOf, formatPrefix, strikePath, type Expectation } from './expectation.ts';
import type { FieldOutline, GroupOutline } from './outline.ts';

/** Holds the names of what a version cannot show, as it says them, to what the ledger says that it cannot. */
export function* judgeUnshown(
  expectation: Expectation,
  group: GroupOutline,
  entity: string,
  row: { readonly [name: string]: unknown },
): Iterable<LawFinding> {
  const texts = new Set(
    group.fields.filter(({ kind }) => kind === 'text' || kind === 'rich-text').map(({ name }) => name),
  );
  // What formats a text has the ledger does not say.
  const found = (Array.isArray(row['unshown']) ? (row['unshown'] as readonly string[]) : []).filter(
    (name) => !texts.has(name),
  );
  const expected = [...new Set(namesIn(expectation, group, entity))].toSorted(byText);
  const path = cellOf(group.name, entity);
  if (expected.some((name) => !found.includes(name)))
    yield { law: 9, says: `an earlier version does not say what of ${path} it cannot show`, path, expected, found };
  if (found.some((name) => !expected.includes(name)))
    yield { law: 9, says: `${path} is said to hold what cannot be shown, and does not`, path, expected, found };
}

function* namesIn(expectation: Expectation, group: GroupOutline, entity: string): Iterable<string> {
  if (group.kind === 'section') {
    // Rows of which this version knows nothing are something of the section.
    for (const id of expectation.ids)
      for (const path of expectation.all(id).keys()) yield* strangerIn(expectation, path, id);
  }
  if (group.kind === 'log') {
    yield* membersIn(expectation, group, entity);
    return;
  }
  const prefix = group.name === '' ? '' : `${group.name}.`;
  for (const [path, facts] of expectation.all(entity)) {
    if (!isOf(group, path)) continue;
    const field = expectation.outline.fields.get(path);
    if (field === undefined || !facts.every(({ value }) => isReadable(field, value))) yield path.slice(prefix.length);
  }
}

const isOf = ({ name, position }: GroupOutline, path: string): boolean =>
  path !== position &&
  path !== strikePath &&
  !path.startsWith(formatPrefix) &&
  (name === '' ? !path.includes('.') : path.startsWith(`${name}.`));

function* strangerIn({ outline }: Expectation, path: string, id: string): Iterable<string> {
  const [head = ''] = path.split('.');
  if (id !== '' && path !== strikePath && !path.startsWith(formatPrefix) && !outline.groups.has(head)) yield head;
}

function* membersIn(expectation: Expectation, group: GroupOutline, entity: string): Iterable<string> {
  const entry = (expectation.live(group.name, entity)[0]?.value ?? {}) as { readonly [name: string]: Json };
  for (const [name, value] of Object.entries(entry)) {
    const field = group.fields.find((one) => one.name === name);
    const members = field?.kind === 'set' && Array.isArray(value) ? (value as readonly Json[]) : [value];
    if (field === undefined || !members.every((member) => isReadable(field, member))) yield name;
  }
}

// The characters of a text are no values.
const isReadable = (field: FieldOutline, value: Json): boolean =>
  field.kind === 'text' || field.kind === 'rich-text' || field.understands(value);
