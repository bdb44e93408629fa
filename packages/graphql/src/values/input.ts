import type { InputType } from '@pothos/core';
import type { ValueKind, ValueOfGroup } from '@caseweave/model';
import type { Types } from '../builder.ts';
import { typeName } from '../names/words.ts';
import type { Tools } from '../tools.ts';
import { codeTypes } from './code-types.ts';
import { describeValue } from './describe-value.ts';

/** How values of a kind are given. */
export interface Input {
  readonly type: InputType<Types>;
  readonly isList: boolean;
}

/**
 * The type that values of a kind are given in.
 *
 * @param name - by which inputs that are needed for it are named
 */
export function inputOf(tools: Tools, kind: ValueKind, name: string): Input {
  const one = (type: InputType<Types>): Input => ({ type, isList: false });
  switch (kind.type) {
    case 'code':
      return one(codeTypes(tools, kind.list).written);
    case 'day':
      return one('Date');
    case 'moment':
      return one('DateTime');
    case 'line':
    case 'passage':
    case 'identifier':
      return one('String');
    case 'truth':
      return one('Boolean');
    case 'number':
      return one(kind.isWhole && kind.least >= -(2 ** 31) && kind.most < 2 ** 31 ? 'Int' : 'Float');
    case 'who':
    case 'record':
    case 'who-or-record':
    case 'row':
    case 'unit':
      return one('ID');
    case 'list':
      return { ...inputOf(tools, kind.of, name), isList: true };
    case 'group':
      return one(groupInput(tools, kind, name));
  }
}

function groupInput(tools: Tools, { fields }: Extract<ValueKind, { readonly type: 'group' }>, wanted: string) {
  return tools.made.once(`input/${wanted}`, () => {
    const name = tools.names.claim(`values.${wanted}`, [`${typeName(wanted)}Input`]);
    const members = membersGiven(tools, fields).map(({ own, kind, ...said }) => ({
      own,
      input: inputOf(tools, kind, `${wanted} ${own}`),
      ...said,
    }));
    return tools.builder.inputType(name, {
      description: `What belongs together in “${wanted}”.`,
      fields: (t) =>
        Object.fromEntries(
          members.map(({ own, input: { type, isList }, ...said }) => [
            own,
            isList ? t.field({ type: [type], ...said }) : t.field({ type, ...said }),
          ]),
        ),
    });
  });
}

/** The members of a group that are asked for: all but what follows from whether an id is given. */
export function membersGiven(tools: Tools, fields: Readonly<Record<string, ValueOfGroup>>) {
  const following = new Set(Object.values(fields).flatMap(({ kind }) => begunWhere(kind) ?? []));
  return Object.entries(fields)
    .filter(([own]) => !following.has(own))
    .map(([own, { kind, label, isOptional }]) => {
      const isBegun = begunWhere(kind) !== undefined;
      const begun = isBegun ? '; left out, one is begun' : '';
      return {
        own,
        kind,
        required: !isOptional && !isBegun,
        description: `“${label}”: ${describeValue(tools.model, kind)}${begun}.`,
      };
    });
}

const begunWhere = (kind: ValueKind): string | undefined => (kind.type === 'record' ? kind.begunWhere : undefined);

/** What was given for the members of a group, with ids that are made for what is begun. */
export function givenGroup(
  fields: Readonly<Record<string, ValueOfGroup>>,
  given: Readonly<Record<string, unknown>>,
  newId: () => string,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([own, { kind }]): (readonly [string, unknown])[] => {
      const value = given[own];
      const where = begunWhere(kind);
      if (where !== undefined) {
        const isBegun = value === null || value === undefined;
        return [
          [own, isBegun ? newId() : value],
          [where, isBegun],
        ];
      }
      return value === undefined ? [] : [[own, givenValue(kind, value, newId)]];
    }),
  );
}

/** What was given, as the record and decisions hold it. @param newId - makes ids for what a decision begins */
export function givenValue(kind: ValueKind, given: unknown, newId: () => string = noId): unknown {
  if (given === null || given === undefined) return given;
  switch (kind.type) {
    case 'moment':
      return typeof given === 'string' ? Date.parse(given) : given;
    case 'list':
      return Array.isArray(given) ? given.map((one) => givenValue(kind.of, one, newId)) : given;
    case 'group':
      return givenGroup(kind.fields, given as Readonly<Record<string, unknown>>, newId);
    case 'code':
    case 'day':
    case 'line':
    case 'passage':
    case 'identifier':
    case 'truth':
    case 'number':
    case 'who':
    case 'record':
    case 'who-or-record':
    case 'row':
    case 'unit':
      return given;
  }
}

function noId(): never {
  throw new Error('Nothing begins here.');
}
