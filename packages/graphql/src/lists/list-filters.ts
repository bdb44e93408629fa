import { rowOf, valueKindOf, type AnyKind, type SectionPart, type ValueKind } from '@caseweave/model';
import { fieldOf } from '../names/words.ts';
import { filterOf, type FilterMember, type Wanted } from '../rows/row-filter.ts';
import type { ListAsked, ListTest } from '../sources/record-lists.ts';
import type { Tools } from '../tools.ts';
import { givenValue } from '../values/input.ts';

/** One thing that a list may be narrowed by. */
export interface ListFilter extends FilterMember {
  readonly member: string;
  /** `shown`: what lists show of the section. `told`: what readers are told of the facts. */
  readonly of: 'shown' | 'told';
  test(given: unknown): ListTest;
}

/** What the list of a kind may be narrowed by: what readers are told of its facts, and what lists show of a section. */
export function listFilters(tools: Tools, kind: AnyKind, part: SectionPart | undefined): readonly ListFilter[] {
  const told = kind.seen.shape === undefined ? undefined : valueKindOf(kind.seen.shape);
  const facts = told?.type === 'group' ? Object.entries(told.fields) : [];
  return [
    ...facts.flatMap(([member, { kind: of, label }]) => filters(tools, kind.name, member, label, of, 'told')),
    ...(part === undefined ? [] : shownFilters(tools, part)),
  ];
}

const shownFilters = (tools: Tools, part: SectionPart): readonly ListFilter[] =>
  Object.entries(part.list?.fields ?? {}).flatMap(([member, { label, value, isFiltered }]) =>
    isFiltered === true ? filters(tools, rowOf(part), member, label, value.valueKind, 'shown') : [],
  );

function filters(
  tools: Tools,
  within: string,
  member: string,
  label: string,
  kind: ValueKind,
  of: ListFilter['of'],
): readonly ListFilter[] {
  return filterOf(tools, fieldOf(member), label, kind).map((filter) => ({
    ...filter,
    member,
    of,
    test: (given): ListTest => {
      if (Array.isArray(given)) return { type: 'any-of', member, values: given.filter(isPlain) };
      const value = givenValue(kind, given);
      const type = filter.argument.endsWith('From') ? 'from' : 'to';
      if (typeof value === 'string' || typeof value === 'number') return { type, member, value };
      throw new Error(`The filter ${within}.${member} was given what it does not take.`);
    },
  }));
}

const isPlain = (value: unknown): value is string | number | boolean => typeof value !== 'object';

/** What the facts themselves can be narrowed by, before anything is judged. */
export const factsOf = (told: readonly ListFilter[], wanted: Wanted): ListAsked['facts'] =>
  Object.fromEntries(
    told.flatMap(({ argument, member, test }) => {
      const one = test(wanted[argument]);
      return one.type === 'any-of' ? [[member, one.values.map(String)]] : [];
    }),
  );
