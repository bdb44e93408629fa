import type { OutputType } from '@pothos/core';
import type { ValueKind } from '@caseweave/model';
import type { TypeRef, Types } from '../builder.ts';
import { typeName } from '../names/words.ts';
import { namedType } from '../people/named.ts';
import type { Tools } from '../tools.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { codeTypes, codedOf } from './code-types.ts';
import { momentOf } from './moment-of.ts';
import { outputField, type Output, type ValueIn } from './output-field.ts';

/**
 * The type that values of a kind are shown in.
 *
 * @param name - by which types that are needed for it are named, such as that of a group
 */
export function outputOf(tools: Tools, kind: ValueKind, name: string): Output {
  const plain = (type: OutputType<Types>, is: 'string' | 'number' | 'boolean'): Output => ({
    type,
    isList: false,
    show: ({ value }) => (typeof value === is ? value : undefined),
  });
  const byId = (type: OutputType<Types>, show: (id: string, one: ValueIn, viewer: Viewer) => unknown): Output => ({
    type,
    isList: false,
    show: (one, viewer) => (typeof one.value === 'string' ? show(one.value, one, viewer) : undefined),
  });
  switch (kind.type) {
    case 'code':
      return { type: codeTypes(tools, kind.list).coded, isList: false, show: ({ value }) => codedOf(kind.list, value) };
    case 'day':
      return plain('Date', 'string');
    case 'line':
    case 'passage':
    case 'identifier':
      return plain('String', 'string');
    case 'truth':
      return plain('Boolean', 'boolean');
    case 'number':
      return plain(isInt(kind) ? 'Int' : 'Float', 'number');
    case 'moment':
      return { type: 'DateTime', isList: false, show: ({ value }) => momentOf(value) ?? undefined };
    case 'who':
      return byId(tools.types.who, person);
    case 'record':
      return byId(tools.types.kind(kind.kind), (id, one, viewer) => linked(id, kind.kind, one, viewer));
    case 'who-or-record':
      return byId(namedType(tools, kind.kind), async (id, one, viewer) => {
        const who = await person(id, one, viewer);
        if (who !== undefined) return { type: 'who', who };
        const record = await linked(id, kind.kind, one, viewer);
        return record === undefined ? undefined : { type: 'record', record };
      });
    case 'row':
      // Rows are led to by fields that refer to them; elsewhere there is nothing but the id.
      return plain('ID', 'string');
    case 'unit':
      return byId(tools.types.unit(kind.unit), (id, _, viewer) => viewer.unit(kind.unit, id));
    case 'list':
      return { ...outputOf(tools, kind.of, name), isList: true };
    case 'group':
      return {
        type: groupType(tools, kind, name),
        isList: false,
        show: (one) => (typeof one.value === 'object' && one.value !== null ? one : undefined),
      };
  }
}

const person = (id: string, { record, as }: ValueIn, viewer: Viewer) =>
  as === 'told' ? viewer.toldPerson(id, record) : viewer.namedPerson(id, record);

const linked = (id: string, kind: string, { record, as }: ValueIn, viewer: Viewer) =>
  as === 'told' ? viewer.record(id, kind) : viewer.linked(id, kind, record);

const isInt = ({ isWhole, least, most }: Extract<ValueKind, { readonly type: 'number' }>): boolean =>
  isWhole && least >= -(2 ** 31) && most < 2 ** 31;

/** The type of values that belong together, such as who came to a review and whether they did. */
function groupType(
  tools: Tools,
  { fields }: Extract<ValueKind, { readonly type: 'group' }>,
  wanted: string,
): TypeRef<ValueIn> {
  return tools.made.once(`group/${wanted}`, () => {
    const name = tools.names.claim(`values.${wanted}`, [typeName(wanted)]);
    const members = Object.entries(fields).map(
      ([own, { kind, label }]) => [own, label, outputOf(tools, kind, `${wanted} ${own}`)] as const,
    );
    return tools.builder.objectRef<ValueIn>(name).implement({
      description: `What belongs together in “${wanted}”.`,
      fields: (t) =>
        Object.fromEntries(
          members.map(([own, label, output]) => [
            own,
            outputField(t, output, {
              description: `“${label}”, beside the others of its group.`,
              of: ({ value, ...where }) => ({ value: memberIn(value, own), ...where }),
            }),
          ]),
        ),
    });
  });
}

const memberIn = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
