import { collection, defineSection, log, openSection, register, text } from '@caseweave/record';
import * as Y from 'yjs';
import { z } from 'zod';
import type { Library, Replica } from './library.ts';
import { narratives } from './workload.ts';

const plan = defineSection({
  name: 'plan.shared',
  version: 1,
  oldestWriter: 1,
  fields: {
    rows: collection({
      title: register(z.string().min(1)),
      status: register(z.enum(['proposed', 'agreed', 'in_progress', 'done'])),
      dueOn: register(z.iso.date(), { standing: 'earliest' }),
      owner: register(z.string()),
      level: register(z.number().int(), { standing: 'highest' }),
    }),
    story: text(),
    analysis: text(),
    minutes: text(),
    events: log({ occurredOn: register(z.iso.date()), text: register(z.string()), source: register(z.string()) }),
  },
});

function replica(doc: Y.Doc, author: number): Replica {
  doc.clientID = author;
  let made = 0;
  const newId = (): string => `a${author}r${String((made += 1)).padStart(6, '0')}`;
  const section = openSection(plan, { doc, now: () => 1_790_000_000_000, newId, authorOf: () => undefined });
  const changes: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => changes.push(update));
  const names = section.view().rows.map(({ id }) => id);
  return {
    apply(operation) {
      section.edit((draft) => {
        if (operation.type === 'event') draft.events.append(operation.event);
        else if (operation.type === 'type') draft[operation.narrative].insert(operation.at, operation.text);
        else if (operation.field === 'dueOn') draft.rows.byId(names[operation.row] ?? '').dueOn = operation.value;
        else draft.rows.byId(names[operation.row] ?? '').status = operation.value as 'done';
      });
    },
    save: () => Y.encodeStateAsUpdate(doc),
    changes: () => [...changes],
    merge: (all) => doc.transact(() => all.forEach((update) => Y.applyUpdate(doc, update))),
    read: () => section.view(),
  };
}

/** Records of ours: typed, validated, with every difference kept as a question. */
export const ours: Library = {
  name: 'Caseweave',
  begin({ rows, narratives: texts, events }, author) {
    const doc = new Y.Doc();
    doc.clientID = author;
    let made = 0;
    const newId = (): string => `b${String((made += 1)).padStart(6, '0')}`;
    const section = openSection(plan, { doc, now: () => 1_790_000_000_000, newId, authorOf: () => undefined });
    section.edit((draft) => {
      for (const row of rows) draft.rows.add({ ...row, status: row.status as 'agreed' });
      for (const name of narratives) draft[name].insert(0, texts[name]);
      for (const event of events) draft.events.append(event);
    });
    section.close();
    return replica(doc, author);
  },
  load(saved, author) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, saved);
    return replica(doc, author);
  },
};
