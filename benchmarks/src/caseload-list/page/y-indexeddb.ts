import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { planState } from './documents.ts';

const name = (place: number): string => `peer-${place}`;

/** Keeps a document for each family, in a database each. */
export async function fillPeer(families: number): Promise<void> {
  for (let place = 0; place < families; place += 1) {
    const doc = new Y.Doc();
    const kept = new IndexeddbPersistence(name(place), doc);
    await kept.whenSynced;
    Y.applyUpdate(doc, planState(place));
    await kept.destroy();
  }
}

/** Opens the documents of all families, and gives how long that took. */
export async function openPeer(families: number): Promise<number> {
  const start = performance.now();
  const kept = Array.from({ length: families }, (_, place) => new IndexeddbPersistence(name(place), new Y.Doc()));
  await Promise.all(kept.map(({ whenSynced }) => whenSynced));
  const stories = kept.map(({ doc }) => doc.getText('story/').length);
  const ms = performance.now() - start;
  if (stories.some((length) => length === 0)) throw new Error('A document is empty.');
  await Promise.all(kept.map((one) => one.destroy()));
  return ms;
}
