import { LoroDoc, LoroMap } from 'loro-crdt';
import type { Library, Replica } from './library.ts';
import { narratives } from './workload.ts';

function replica(doc: LoroDoc, author: number): Replica {
  doc.setPeerId(BigInt(author));
  const start = doc.version();
  const rows = doc.getList('rows');
  const held = Array.from({ length: rows.length }, (_, at) => rows.get(at));
  return {
    apply(operation) {
      if (operation.type === 'event') doc.getList('events').push({ ...operation.event });
      else if (operation.type === 'type') doc.getText(operation.narrative).insert(operation.at, operation.text);
      else {
        const row = held[operation.row];
        if (row instanceof LoroMap) row.set(operation.field, operation.value);
      }
      doc.commit();
    },
    save: () => doc.export({ mode: 'snapshot' }),
    changes: () => [doc.export({ mode: 'update', from: start })],
    merge: (all) => {
      doc.importBatch([...all]);
    },
    read: () => doc.toJSON() as unknown,
  };
}

/** Loro 1. */
export const loro: Library = {
  name: 'Loro 1',
  begin({ rows, narratives: texts, events }, author) {
    const doc = new LoroDoc();
    doc.setPeerId(BigInt(author));
    for (const [at, row] of rows.entries()) {
      const map = doc.getList('rows').insertContainer(at, new LoroMap());
      for (const [field, value] of Object.entries(row)) map.set(field, value);
    }
    for (const event of events) doc.getList('events').push({ ...event });
    for (const name of narratives) doc.getText(name).insert(0, texts[name]);
    doc.commit();
    return replica(doc, author);
  },
  load(saved, author) {
    const doc = new LoroDoc();
    doc.import(saved);
    return replica(doc, author);
  },
};
