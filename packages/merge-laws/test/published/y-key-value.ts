import { yjsSubject } from '@caseweave/merge-laws';
import fc from 'fast-check';
import { YKeyValue } from 'y-utility/y-keyvalue';

/** An edit of a key-value store. */
type KeyEdit =
  | { readonly do: 'set'; readonly key: string; readonly value: string }
  | { readonly do: 'delete'; readonly key: string };

const key = fc.constantFrom('tea', 'milk');

/** `YKeyValue` of y-utility 0.1.4, by the author of Yjs: a map kept as an array of entries. */
export const yKeyValue = yjsSubject<KeyEdit, YKeyValue<string>>({
  name: 'y-utility YKeyValue',
  edits: fc.oneof(
    fc.record(
      { do: fc.constant('set' as const), key, value: fc.constantFrom('Asha', 'Bo', 'Cleo') },
      { noNullPrototype: true },
    ),
    fc.record({ do: fc.constant('delete' as const), key }, { noNullPrototype: true }),
  ),
  open: (doc) => new YKeyValue<string>(doc.getArray('entries')),
  edit: (store, edit) => (edit.do === 'set' ? store.set(edit.key, edit.value) : store.delete(edit.key)),
  view: (store) => ['tea', 'milk'].map((name) => [name, store.get(name)]),
  meaning: (_store, edit) =>
    edit.do === 'set' ? [{ does: 'set', cell: edit.key, value: edit.value }] : [{ does: 'clear', cell: edit.key }],
  kept: (store, cell) => {
    const value = store.get(cell);
    return value === undefined ? [] : [value];
  },
  words: (edit) => (edit.do === 'set' ? `sets ${edit.key} to ${edit.value}` : `deletes ${edit.key}`),
});
