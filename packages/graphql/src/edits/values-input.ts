import type { InputRef } from '@pothos/core';
import type { EntryField, RowField, SectionField } from '@caseweave/record';
import { fieldOf } from '../names/words.ts';
import type { Tools } from '../tools.ts';
import { describeValue } from '../values/describe-value.ts';
import { meaningOf } from '../values/field-meaning.ts';
import { labelOf } from '../names/label-of.ts';
import { givenValue, inputOf, type Input } from '../values/input.ts';

/** What an input is made from. */
export interface ValuesInput {
  readonly description: string;
  /** The type that the fields are of, by which inputs of theirs are named. */
  readonly of: string;
  readonly fields: Readonly<Record<string, RowField | EntryField | SectionField>>;
  /** Whether all must be given that may not be left out: of an entry, to which nothing is added later. */
  readonly isEntry: boolean;
  /** Whether plain texts may be given: a new row takes them; later they are written into by `addToText`. */
  readonly hasTexts: boolean;
}

/** An input of an edit, and what was given in it as the record holds it. */
export interface MadeInput {
  readonly type: InputRef<object>;
  /** What was given, by the names of the section. */
  valuesOf(given: object): Readonly<Record<string, unknown>>;
}

interface Member {
  readonly name: string;
  readonly input: Input;
  readonly required: boolean;
  readonly description: string;
  held(given: unknown): unknown;
}

/**
 * An input of an edit, made from what the section declares: its values are checked by the section once more. Undefined
 * where there is nothing to fill in.
 */
export function valuesInput(tools: Tools, name: string, made: ValuesInput): MadeInput | undefined {
  const members = Object.entries(made.fields).flatMap(([own, field]) => memberOf(tools, own, field, made));
  if (members.length === 0) return undefined;
  const byArgument = new Map(members.map((member) => [fieldOf(member.name), member]));
  return {
    type: tools.builder.inputType(name, {
      description: made.description,
      fields: (t) =>
        Object.fromEntries(
          members.map(({ name: own, input: { type, isList }, required, description }) => [
            fieldOf(own),
            isList ? t.field({ type: [type], required, description }) : t.field({ type, required, description }),
          ]),
        ),
    }),
    valuesOf: (given) =>
      Object.fromEntries(
        Object.entries(given).flatMap(([argument, value]) => {
          const member = byArgument.get(argument);
          return member === undefined ? [] : [[member.name, member.held(value)]];
        }),
      ),
  };
}

function memberOf(
  tools: Tools,
  name: string,
  field: RowField | EntryField | SectionField,
  { of, isEntry, hasTexts }: ValuesInput,
): readonly Member[] {
  if (field.kind === 'collection' || field.kind === 'log') return [];
  const meaning = meaningOf(of, name, field);
  const label = labelOf(name, field);
  switch (meaning.type) {
    case 'unsaid':
    case 'position':
      return [];
    case 'text':
      if (!hasTexts || field.kind !== 'text') return [];
      return [
        {
          name,
          input: { type: 'String', isList: false },
          required: false,
          description: `“${label}”: the text as it begins.`,
          held: (given) => given,
        },
      ];
    case 'ref':
      return [
        {
          name,
          input: { type: 'ID', isList: meaning.isSet },
          required: isEntry && !meaning.isOptional,
          description: `“${label}”: the id of a row${meaning.isSet ? ', of each' : ''}.`,
          held: (given) => given,
        },
      ];
    case 'value': {
      const { kind, isSet } = meaning;
      const { type, isList } = inputOf(tools, kind, `${of} ${name}`);
      const each = (given: unknown): unknown => givenValue(kind, given);
      return [
        {
          name,
          input: { type, isList: isList || isSet },
          required: isEntry && !meaning.isOptional,
          description: `“${label}”: ${describeValue(tools.model, kind)}${isSet ? ', of each' : ''}.`,
          held: (given) => (isSet && Array.isArray(given) ? given.map(each) : each(given)),
        },
      ];
    }
  }
}
