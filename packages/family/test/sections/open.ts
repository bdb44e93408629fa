import { entityIds, openSection, type Section, type SectionSchema } from '@caseweave/record';
import * as Y from 'yjs';

/** Opens a section on an empty document, as written by one device. */
export function open<Schema extends SectionSchema>(schema: Schema, client = 1): Section<Schema> {
  const doc = new Y.Doc();
  doc.clientID = client;
  let count = client * 1_000;
  return openSection(schema, {
    doc,
    now: () => 0,
    newId: entityIds((length) => {
      count += 1;
      return Uint8Array.from({ length }, (_, place) => (count >> (8 * (place % 4))) & 255);
    }),
    authorOf: (author) => ({ id: `author-${author}`, name: `Author ${author}` }),
  });
}

/** Gives each of two devices what the other has. */
export function exchange(one: { readonly doc: Y.Doc }, two: { readonly doc: Y.Doc }): void {
  const fromOne = Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(two.doc));
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc, Y.encodeStateVector(one.doc)));
  Y.applyUpdate(two.doc, fromOne);
}
