import type { ModelDeclaration } from '../domain/model-declaration.ts';
import type { CodeList } from '../values/code-list.ts';
import { declaredValues, kindsWithin } from './declared-values.ts';
import { unless } from './fault.ts';
import type { ModelFault } from './model-fault.ts';

/** What is wrong with what values say that they hold: kinds, units and code lists that do not fit together. */
export function faultsOfValues(model: ModelDeclaration): readonly ModelFault[] {
  const lists = new Map<string, CodeList>();
  const values = Array.from(declaredValues(model)).flatMap(({ path, kind }) =>
    kind === undefined ? [] : Array.from(kindsWithin(path, kind)),
  );
  return values.flatMap(({ path, kind }) => {
    switch (kind.type) {
      case 'record':
      case 'who-or-record':
        return unless(
          model.kinds.some(({ name }) => name === kind.kind),
          path,
          `names records of the kind ${kind.kind}, which this model does not list.`,
          'Add the kind to kinds.',
        );
      case 'unit':
        return unless(
          Object.hasOwn(model.units ?? {}, kind.unit),
          path,
          `names units of the kind ${kind.unit}, which there are none of.`,
          'Add it to units.',
        );
      case 'code': {
        const known = lists.get(kind.list.id);
        lists.set(kind.list.id, known ?? kind.list);
        return faultsOfList(path, kind.list, known);
      }
      case 'day':
      case 'moment':
      case 'line':
      case 'passage':
      case 'number':
      case 'truth':
      case 'who':
      case 'identifier':
      case 'row':
      case 'list':
      case 'group':
        return [];
    }
  });
}

function faultsOfList(path: string, list: CodeList, known: CodeList | undefined): readonly ModelFault[] {
  if (known === list) return [];
  const { id, codes, entries } = list;
  return [
    ...unless(codes.length > 0, path, `holds a code of ${id}, which has none.`, 'Give the list its codes.'),
    ...unless(
      new Set(codes).size === codes.length,
      path,
      `holds a code of ${id}, which has one twice.`,
      'Leave one out.',
    ),
    ...unless(
      known === undefined || JSON.stringify(entries) === JSON.stringify(known.entries),
      path,
      `has another list of codes by the id ${id} than is declared elsewhere.`,
      'Give one of them another id, or use one list.',
    ),
  ];
}
