import type { Acts, RecordId } from '@caseweave/protocol';
import type { EditChange, DraftsOf, SectionSchema, SectionsEditOptions, SectionsEditOutcome } from '@caseweave/record';
import type { Awareness } from 'y-protocols/awareness';
import type { OpenSection } from './open-section.ts';

/** A record whose sections are open on this device. */
export interface OpenRecord {
  readonly record: RecordId;
  /** The sections that this person may read, whether or not they have arrived; the same list until it changes. */
  sections(): readonly { readonly name: string; readonly acts: Acts; readonly held: boolean }[];
  /**
   * An open section, typed by its schema; undefined while it has not arrived, or may not be read.
   *
   * @throws RecordError `other-schema` where the section is open by another schema of that name, which this one is no base of
   */
  section<Schema extends SectionSchema>(schema: Schema): OpenSection<Schema> | undefined;
  section(name: string): OpenSection | undefined;
  /**
   * Edits several sections as one edit, as `editSections` does: what is wrong with any part refuses the whole, and the
   * server takes all of it or keeps each part apart.
   *
   * @throws RecordError `section-twice`, `other-schema`; otherwise whatever `change` throws, and then nothing is written
   */
  edit<const Schemas extends readonly SectionSchema[], Result = void>(
    schemas: Schemas,
    change: EditChange<DraftsOf<Schemas>, Result>,
    options?: SectionsEditOptions<NoInfer<Schemas>>,
  ): SectionsEditOutcome<Result>;
  /** Who is in a section, for editors; undefined where the section is not open. A new one after a rebuild. */
  presence(name: string): Awareness | undefined;
  /** Calls the listener when sections come or go. */
  subscribe(listener: () => void): () => void;
  close(): void;
  [Symbol.dispose](): void;
}
