import type { FieldsView, Unshowing } from '../fields/field-views.ts';
import type { SectionSchema } from '../schema/section-schema.ts';

/** What a section says at one moment, as plain data that never changes. */
export type View<Schema extends SectionSchema> = FieldsView<Schema['fields']> & Unshowing;
