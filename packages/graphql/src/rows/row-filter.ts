import type { InputRef, InputType } from '@pothos/core';
import type { CollectionField, EntryFields, LogField, RowFields } from '@caseweave/record';
import type { ValueKind } from '@caseweave/model';
import type { Types } from '../builder.ts';
import { fieldOf } from '../names/words.ts';
import type { Tools } from '../tools.ts';
import { meaningOf } from '../values/field-meaning.ts';
import { labelOf } from '../names/label-of.ts';
import { givenValue, inputOf } from '../values/input.ts';

/** What a filter was given. */
export type Wanted = Readonly<Record<string, unknown>>;

/** The filter of rows or entries: what it takes, and which rows it keeps. */
export interface RowFilter {
  readonly type: InputRef<Wanted>;
  keeps(row: Wanted, wanted: Wanted): boolean;
}

/** One thing that a filter may be asked for. */
export interface FilterMember {
  readonly argument: string;
  readonly type: InputType<Types>;
  readonly isList: boolean;
  readonly description: string;
  /** Whether a value is wanted; `given` is never null. */
  keeps(value: unknown, given: unknown): boolean;
}

/** What a value may be looked for by, as its kind has it: most kinds have nothing. */
export function filterOf(tools: Tools, name: string, label: string, kind: ValueKind): readonly FilterMember[] {
  switch (kind.type) {
    case 'code':
    case 'who':
    case 'record':
    case 'who-or-record':
    case 'row':
    case 'unit':
      return [anyOf(name, label, inputOf(tools, kind, name).type)];
    case 'day':
    case 'moment': {
      const { type } = inputOf(tools, kind, name);
      const when = kind.type === 'day' ? 'on this day' : 'at this moment';
      const held = (given: unknown): unknown => givenValue(kind, given);
      return [
        {
          argument: `${name}From`,
          type,
          isList: false,
          description: `“${label}” is ${when} or after.`,
          keeps: (value, given) => isComparable(value) && value >= (held(given) as typeof value),
        },
        {
          argument: `${name}To`,
          type,
          isList: false,
          description: `“${label}” is ${when} or before.`,
          keeps: (value, given) => isComparable(value) && value <= (held(given) as typeof value),
        },
      ];
    }
    case 'line':
    case 'passage':
    case 'number':
    case 'truth':
    case 'identifier':
    case 'list':
    case 'group':
      return [];
  }
}

const isComparable = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Keeps what is among the wanted ones, or has a member that is. */
const anyOf = (name: string, label: string, type: InputType<Types>): FilterMember => ({
  argument: name,
  type,
  isList: true,
  description: `“${label}” is any of these.`,
  keeps: (value, given) => {
    const wanted: readonly unknown[] = Array.isArray(given) ? given : [];
    return Array.isArray(value) ? value.some((member) => wanted.includes(member)) : wanted.includes(value);
  },
});

/** The filter of rows or entries, made from what is declared of them; undefined where nothing can be asked for. */
export function rowFilter(
  tools: Tools,
  one: string,
  { fields }: CollectionField<RowFields> | LogField<EntryFields>,
): RowFilter | undefined {
  const members = Object.entries(fields).flatMap(([name, declared]) => {
    const meaning = meaningOf(one, name, declared);
    const label = labelOf(name, declared);
    const found =
      meaning.type === 'value'
        ? filterOf(tools, fieldOf(name), label, meaning.kind)
        : meaning.type === 'ref'
          ? [anyOf(fieldOf(name), label, 'ID')]
          : [];
    return found.map((member) => ({ ...member, name }));
  });
  if (members.length === 0) return undefined;
  return {
    type: filterInput(tools, one, members),
    keeps: (row, wanted) =>
      members.every(({ argument, name, keeps }) => {
        const given = wanted[argument];
        return given === undefined || given === null || keeps(row[name], given);
      }),
  };
}

/** The input of a filter. */
export const filterInput = ({ builder }: Tools, one: string, members: readonly FilterMember[]): InputRef<Wanted> =>
  builder.inputType(`${one}Filter`, {
    description: `Which of “${one}” to keep: all that is said here must be so.`,
    fields: (t) =>
      Object.fromEntries(
        members.map(({ argument, type, isList, description }) => [
          argument,
          isList ? t.field({ type: [type], description }) : t.field({ type, description }),
        ]),
      ),
  });
