import type { History, PlayEvent, SectionEdit } from '@caseweave/merge-laws';
import * as Y from 'yjs';

/** What a history comes to for plain documents: who writes what, and which updates reach whom. */
export interface RawHistory {
  readonly replicas: number;
  readonly events: readonly PlayEvent[];
  /** The edits in the order in which they were made. */
  readonly edits: readonly SectionEdit[];
}

/** The edits that were made in a history, start included, beside what happened. */
export const rawHistory = (history: History<SectionEdit>, events: readonly PlayEvent[]): RawHistory => ({
  replicas: history.replicas,
  events,
  edits: [...history.start, ...history.steps.flatMap((step) => (step.type === 'edit' ? [step.edit] : []))],
});

/** Plays it with nothing but Yjs: each field a key of a map, each text a text, and no checks of any kind. */
export function playRaw({ replicas, events, edits }: RawHistory): number {
  const docs = Array.from({ length: replicas }, (_, index) => opened(index, []));
  const disks: Uint8Array[][] = docs.map(() => []);
  const updates = new Map<number, readonly Uint8Array[]>();
  let nth = 0;
  let bytes = 0;
  for (const event of events) {
    if (!('at' in event)) continue;
    const doc = docs[event.at % replicas];
    if (doc === undefined) continue;
    if (event.type === 'edit') {
      const made: Uint8Array[] = [];
      const collect = (update: Uint8Array): number => made.push(update);
      doc.on('update', collect);
      const edit = edits[nth];
      nth += 1;
      if (edit !== undefined && event.fate === 'accepted') doc.transact(() => write(doc, edit));
      doc.off('update', collect);
      if (event.edit !== undefined) updates.set(event.edit, made);
      disks[event.at]?.push(...made);
      // What all have from the start.
      if (event.step < 0)
        for (const other of docs) if (other !== doc) for (const update of made) Y.applyUpdate(other, update);
    } else if (event.type === 'deliver' || event.type === 'repeat') {
      const arriving = event.edits.flatMap((edit) => updates.get(edit) ?? []);
      if (arriving.length > 0) doc.transact(() => arriving.forEach((update) => Y.applyUpdate(doc, update)));
      disks[event.at]?.push(...arriving);
      for (const update of arriving) bytes += update.length;
    } else if (event.type === 'reload') {
      docs[event.at] = opened(event.at, [Y.encodeStateAsUpdate(doc)]);
    }
  }
  return bytes;
}

function opened(index: number, stored: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ guid: 'section' });
  for (const update of stored) Y.applyUpdate(doc, update);
  doc.clientID = index + 1;
  return doc;
}

function write(doc: Y.Doc, edit: SectionEdit): void {
  const fields = doc.getMap('fields');
  for (const part of edit) {
    if (part.do === 'type') doc.getText(part.field).insert(0, 'abc'.slice(0, part.length));
    else if (part.do === 'erase' || part.do === 'format') {
      const text = doc.getText(part.field);
      if (part.do === 'erase' && text.length > 0) text.delete(0, 1);
      else if (part.do === 'format' && text.length > 0) text.format(0, 1, { [part.format]: true });
    } else if (part.do === 'add-row') {
      for (const [name, value] of Object.entries(part.values)) fields.set(`${part.collection}/1/${name}`, value);
      fields.set(`${part.collection}/1`, true);
    } else if (part.do === 'append') doc.getArray('log').push([part.entry]);
    else if ('field' in part) fields.set(`${part.field}/${part.row ?? ''}`, 'value' in part ? part.value : '');
    else if ('collection' in part) fields.set(`${part.collection}/${part.row}/${part.do}`, true);
    else fields.set('answer', part.choose);
  }
}
