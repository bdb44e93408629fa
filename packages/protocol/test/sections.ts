import { type Admission, type AdmissionInput, admit, type Shape } from '@caseweave/protocol';
import * as Y from 'yjs';

/** A section with a field of each kind. */
export const shape: Shape = {
  section: 'plan.shared',
  version: 2,
  oldestWriter: 1,
  extensions: {},
  fields: {
    jobTitle: { kind: 'register' },
    story: { kind: 'rich-text', formats: ['bold', 'link'] },
    needs: { kind: 'collection' },
    'needs.title': { kind: 'register' },
    'needs.about': { kind: 'set' },
    'needs.place': { kind: 'position' },
    'needs.status': { kind: 'progress' },
    'needs.note': { kind: 'text' },
    events: { kind: 'log' },
    'events.addenda': { kind: 'addendum' },
  },
};

export const writer = { read: true, write: true, append: true };
export const reader = { read: true, write: false, append: false };
export const appender = { read: true, write: false, append: true };

/** A document of one device, with a clientID of its choice. */
export function docOf(client: number, ...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  doc.clientID = client;
  return doc;
}

/** What a change writes, as the one update of its transaction. */
export function written(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array) => updates.push(update);
  doc.on('update', listen);
  doc.transact(() => change(doc));
  doc.off('update', listen);
  const [update = Uint8Array.of(0, 0)] = updates;
  return update;
}

export const claim = (entity: string, field: string, value: unknown, meta?: object): unknown[] =>
  meta === undefined ? [entity, field, value] : [entity, field, value, meta];

export const push = (doc: Y.Doc, ...claims: readonly unknown[]): void => doc.getArray('claims').push([...claims]);

/** Judges an update by the device that holds `clients`; all else as in an ordinary section of a writer. */
export const judge = (
  doc: Y.Doc,
  update: Uint8Array,
  clients: readonly number[],
  change: Partial<AdmissionInput> = {},
): Admission =>
  admit({
    update,
    doc,
    shape,
    leasedTo: (client) => clients.includes(client),
    isClosed: () => false,
    acts: writer,
    ...change,
  });

/** Everything that a document holds, as bytes: what admission must never change. */
export const held = (doc: Y.Doc): string =>
  JSON.stringify([
    [...Y.encodeStateAsUpdate(doc)],
    [...doc.share.keys()],
    Array.from(doc.store.clients, ([client, structs]) => [client, structs.map(({ id, length }) => [id.clock, length])]),
  ]);

/** Whether anything waits in a document for what it hangs on. */
export const pending = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
