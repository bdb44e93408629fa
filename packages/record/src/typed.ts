import type { Draft, DraftsOf } from './edit/draft.ts';
import type { SectionSchema } from './schema/section-schema.ts';
import type { View } from './view/view.ts';

// Views and drafts are built field by field from a compiled schema, which the compiler cannot follow back to the types
// that the schema was declared with. These functions are where it is told; the type tests hold them to it.

/** A view of a schema's documents, as its type. */
export function asView<Schema extends SectionSchema>(shown: object): View<Schema> {
  return shown as unknown as View<Schema>;
}

/** A draft of a schema's documents, as its type. */
export function asDraft<Schema extends SectionSchema>(draft: object): Draft<Schema> {
  return draft as unknown as Draft<Schema>;
}

/** The drafts of several schemas' documents, in their order, as their types. */
export function asDrafts<Schemas extends readonly SectionSchema[]>(drafts: readonly object[]): DraftsOf<Schemas> {
  return drafts as unknown as DraftsOf<Schemas>;
}
