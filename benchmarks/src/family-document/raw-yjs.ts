import * as Y from 'yjs';
import type { Library, Replica } from './library.ts';
import { narratives } from './workload.ts';

function replica(doc: Y.Doc, author: number): Replica {
  doc.clientID = author;
  const rows = doc.getArray<Y.Map<unknown>>('rows');
  const events = doc.getArray<unknown>('events');
  const changes: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => changes.push(update));
  const held = rows.toArray();
  return {
    apply(operation) {
      doc.transact(() => {
        if (operation.type === 'event') events.push([operation.event]);
        else if (operation.type === 'type') doc.getText(operation.narrative).insert(operation.at, operation.text);
        else held[operation.row]?.set(operation.field, operation.value);
      });
    },
    save: () => Y.encodeStateAsUpdate(doc),
    changes: () => [...changes],
    merge: (all) => doc.transact(() => all.forEach((update) => Y.applyUpdate(doc, update))),
    read: () => ({
      rows: rows.toJSON() as unknown,
      events: events.toJSON() as unknown,
      narratives: narratives.map((name) => doc.getText(name).toJSON()),
    }),
  };
}

/** Yjs by hand: maps in an array, texts; the last writer of a field wins, by clientID. */
export const rawYjs: Library = {
  name: 'raw Yjs',
  begin({ rows, narratives: texts, events }, author) {
    const doc = new Y.Doc();
    doc.clientID = author;
    doc.transact(() => {
      doc.getArray('rows').push(rows.map((row) => new Y.Map<unknown>(Object.entries(row))));
      doc.getArray('events').push([...events]);
      for (const name of narratives) doc.getText(name).insert(0, texts[name]);
    });
    return replica(doc, author);
  },
  load(saved, author) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, saved);
    return replica(doc, author);
  },
};
