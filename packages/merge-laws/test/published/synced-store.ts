import { yjsSubject } from '@caseweave/merge-laws';
import { syncedStore } from '@syncedstore/core';
import fc from 'fast-check';

/** A to-do list as in SyncedStore's own examples. */
interface Todo {
  title: string;
  done: boolean;
}

type TodoEdit =
  | { readonly do: 'add' }
  | { readonly do: 'tick' | 'remove' | 'move-first'; readonly nth: number }
  | { readonly do: 'name'; readonly name: string };

interface Store {
  readonly store: { readonly todos: Todo[]; readonly settings: { name?: string } };
  readonly newId: () => string;
  next: string;
}

const nth = fc.nat({ max: 2 });
const plain = { noNullPrototype: true } as const;
const titles = ({ store }: Store): readonly string[] => store.todos.map(({ title }) => title);

/** `syncedStore` of @syncedstore/core 0.6.0: a document that is written in like plain objects. */
export const todoStore = yjsSubject<TodoEdit, Store>({
  name: '@syncedstore/core to-do list',
  edits: fc.oneof(
    fc.record({ do: fc.constant('add' as const) }, plain),
    fc.record({ do: fc.constantFrom('tick' as const, 'remove' as const, 'move-first' as const), nth }, plain),
    fc.record({ do: fc.constant('name' as const), name: fc.constantFrom('Home', 'Work') }, plain),
  ),
  open: (doc, { newId }) => {
    const store = syncedStore({ todos: [] as Todo[], settings: {} }, doc);
    return { store, newId, next: newId() };
  },
  edit: (app, edit) => {
    const { todos, settings } = app.store;
    if (edit.do === 'add') {
      const title = app.next;
      app.next = app.newId();
      todos.push({ title, done: false });
    } else if (edit.do === 'name') settings.name = edit.name;
    else {
      const index = edit.nth % todos.length;
      const todo = todos[index];
      if (todo === undefined) return;
      if (edit.do === 'tick') todo.done = true;
      else {
        const copy = { title: todo.title, done: todo.done };
        todos.splice(index, 1);
        // The only way to move an item of a Yjs array: take it out, and put a copy in.
        if (edit.do === 'move-first') todos.unshift(copy);
      }
    }
  },
  view: ({ store }) => ({
    todos: store.todos.map(({ title, done }) => ({ title, done })),
    name: store.settings.name,
  }),
  meaning: (app, edit) => {
    if (edit.do === 'add') return [{ does: 'add', cell: 'todos', value: app.next }];
    if (edit.do === 'name') return [{ does: 'set', cell: 'name', value: edit.name }];
    const title = titles(app)[edit.nth % Math.max(1, titles(app).length)];
    if (title === undefined) return undefined;
    if (edit.do === 'tick') return [{ does: 'set', cell: `done ${title}`, value: true }];
    return edit.do === 'remove'
      ? [
          { does: 'remove', cell: 'todos', value: title },
          { does: 'clear', cell: `done ${title}` },
        ]
      : [];
  },
  kept: (app, cell) => {
    if (cell === 'todos') return titles(app);
    if (cell === 'name') return app.store.settings.name === undefined ? [] : [app.store.settings.name];
    return app.store.todos.flatMap(({ title, done }) => (done && cell === `done ${title}` ? [true] : []));
  },
  words: (edit) => {
    if (edit.do === 'add') return 'adds an item';
    if (edit.do === 'name') return `calls the list ${edit.name}`;
    return { tick: 'ticks an item', remove: 'removes an item', 'move-first': 'moves an item to the front' }[edit.do];
  },
});
