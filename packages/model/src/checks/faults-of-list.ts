import type { ListField, ListProjection } from '../sections/list-projection.ts';
import { type ValueKind, valueKindOf } from '../values/value-kind.ts';
import { fault, memberNamed, said } from './fault.ts';
import type { ModelFault } from './model-fault.ts';

/** What a list can be narrowed by. */
const isFiltered: Readonly<Record<ValueKind['type'], boolean>> = {
  code: true,
  day: true,
  moment: true,
  line: true,
  passage: false,
  number: true,
  truth: true,
  who: true,
  record: true,
  'who-or-record': true,
  unit: true,
  row: false,
  identifier: true,
  list: false,
  group: false,
};

/** What has words to be found by. */
const isSearched: Readonly<Record<ValueKind['type'], boolean>> = {
  ...isFiltered,
  moment: false,
  passage: true,
  truth: false,
};

/** What is wrong with what a list shows of a section. */
export const faultsOfList = (path: string, list: Pick<ListProjection<never>, 'fields'> | null): readonly ModelFault[] =>
  Object.entries(list?.fields ?? {}).flatMap(([name, field]) => faultsOfField(`${path}.${name}`, name, field));

function faultsOfField(path: string, name: string, field: ListField): readonly ModelFault[] {
  const kind = valueKindOf(field.value);
  const faults = [...memberNamed(path, name), ...said(`${path}.label`, field.label)];
  if (kind === undefined)
    return [...faults, fault(path, 'does not say what it holds.', 'Say it by a value kind, such as day().')];
  if (field.isFiltered === true && !isFiltered[kind.type])
    faults.push(fault(path, 'cannot be narrowed by.', 'Leave isFiltered out, or show another value.'));
  if (field.isSearched === true && !isSearched[kind.type])
    faults.push(fault(path, 'has no words to be found by.', 'Leave isSearched out, or show another value.'));
  return faults;
}
