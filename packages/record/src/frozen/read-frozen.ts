import * as Y from 'yjs';
import { readSection } from '../read-section.ts';
import type { SectionSchema } from '../schema/section-schema.ts';
import type { View } from '../view/view.ts';
import { hashOf } from './freeze.ts';
import { contentOf, type FrozenVersion } from './frozen-version.ts';

/** A frozen version as a view, or why there is none. */
export type ReadFrozen<Schema extends SectionSchema> =
  | {
      readonly type: 'read';
      readonly view: View<Schema>;
      /** Where there was something that the schema could not show by which it was frozen. */
      readonly unshown: readonly { readonly entity: string; readonly path: string }[];
    }
  /** Its content is not what its hash is of, or is nothing that `freeze` gives. */
  | { readonly type: 'altered' }
  | { readonly type: 'other-section'; readonly section: string };

/** Reads a frozen version by the schema that it was frozen by, or a later version of it. */
export function readFrozen<Schema extends SectionSchema>(schema: Schema, frozen: FrozenVersion): ReadFrozen<Schema> {
  if (hashOf(frozen) !== frozen.hash) return { type: 'altered' };
  if (frozen.section !== schema.name) return { type: 'other-section', section: frozen.section };
  // Anybody can hash anything.
  const content = contentOf(frozen.content);
  if (content === undefined) return { type: 'altered' };
  const { claims, texts, unshown = [] } = content;
  const doc = new Y.Doc();
  doc.transact(() => {
    doc.getArray('claims').push(claims.map((claim) => [...claim, {}]));
    for (const [name, text] of texts) {
      if (typeof text === 'string') doc.getText(name).insert(0, text);
      else doc.getText(name).applyDelta([...text]);
    }
  });
  return {
    type: 'read',
    view: readSection(schema, doc),
    unshown: unshown.map(([entity, path]) => ({ entity, path })),
  };
}
