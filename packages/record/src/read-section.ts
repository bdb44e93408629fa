import type * as Y from 'yjs';
import { ClaimIndex } from './claims/claim-index.ts';
import { planOf, type SectionSchema } from './schema/define-section.ts';
import { asView } from './typed.ts';
import type { View } from './view/view.ts';
import { Viewer } from './view/viewer.ts';

/** Reads a section once, without following its document: for projections and exports. */
export function readSection<Schema extends SectionSchema>(schema: Schema, doc: Y.Doc): View<Schema> {
  return asView(new Viewer(new ClaimIndex(planOf(schema), doc)).view());
}
