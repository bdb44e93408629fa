import type { SectionSchema } from '../schema/section-schema.ts';
import type { View } from '../view/view.ts';

/** What an edit may say beside its change. */
export interface EditOptions<Schema extends SectionSchema> {
  /** The view that the person was looking at: what arrived since is not superseded. Without it, what there is now. */
  readonly basis?: View<Schema>;
  /** Why; it is kept with what is written. */
  readonly reason?: string;
}
