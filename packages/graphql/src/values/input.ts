import type { InputType } from '@pothos/core';
import type { ValueKind } from '@caseweave/model';
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
  const name = tools.names.claim(`values.${wanted}`, [typeName(wanted), `${typeName(wanted)}Input`]);
  const members = Object.entries(fields).map(([own, { kind, label, isOptional }]) => ({
    own,
    input: inputOf(tools, kind, `${name} ${own}`),
    required: !isOptional,
    description: `“${label}”: ${describeValue(tools.model, kind)}.`,
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
}

/** What was given, as the record and decisions hold it. */
export function givenValue(kind: ValueKind, given: unknown): unknown {
  if (given === null || given === undefined) return given;
  switch (kind.type) {
    case 'moment':
      return typeof given === 'string' ? Date.parse(given) : given;
    case 'list':
      return Array.isArray(given) ? given.map((one) => givenValue(kind.of, one)) : given;
    case 'group':
      return Object.fromEntries(
        Object.entries(given).map(([name, value]) => {
          const member = kind.fields[name];
          return [name, member === undefined ? value : givenValue(member.kind, value)];
        }),
      );
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
