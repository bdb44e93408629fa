import type { SectionSchema } from './schema/section-schema.ts';
import { Section, type SectionOptions } from './section.ts';

/**
 * Opens a section on its document. Opening writes nothing.
 *
 * @throws RecordError `foreign-yjs` where the document is of another copy of Yjs, `wrong-root` where it is no section
 */
export function openSection<Schema extends SectionSchema>(schema: Schema, options: SectionOptions): Section<Schema> {
  return new Section(schema, options);
}
