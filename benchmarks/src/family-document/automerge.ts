import * as Automerge from '@automerge/automerge';
import type { Library, Replica } from './library.ts';
import type { ChronologyEvent, FamilyDocument, Narrative } from './workload.ts';

interface Content extends Record<string, unknown> {
  rows: { [field: string]: string | number }[];
  events: ChronologyEvent[];
  narratives: Record<Narrative, string>;
}

const actorOf = (author: number): string => author.toString(16).padStart(16, '0');

function replica(begun: Automerge.Doc<Content>): Replica {
  let doc = begun;
  const start = Automerge.getHeads(doc);
  return {
    apply(operation) {
      doc = Automerge.change(doc, (draft) => {
        if (operation.type === 'event') draft.events.push({ ...operation.event });
        else if (operation.type === 'type')
          Automerge.splice(draft, ['narratives', operation.narrative], operation.at, 0, operation.text);
        else {
          const row = draft.rows[operation.row];
          if (row !== undefined) row[operation.field] = operation.value;
        }
      });
    },
    save: () => Automerge.save(doc),
    changes: () => Automerge.getChangesSince(doc, start),
    merge: (all) => {
      [doc] = Automerge.applyChanges(doc, [...all]);
    },
    read: () => Automerge.toJS(doc),
  };
}

const plain = ({ rows, events, narratives }: FamilyDocument): Content => ({
  rows: rows.map((row) => ({ ...row })),
  events: events.map((event) => ({ ...event })),
  narratives: { ...narratives },
});

/** Automerge 3. */
export const automerge: Library = {
  name: 'Automerge 3',
  begin: (content, author) => replica(Automerge.from<Content>(plain(content), { actor: actorOf(author) })),
  load: (saved, author) => replica(Automerge.load<Content>(saved, { actor: actorOf(author) })),
};
