import type { Model, ModelFault, NamedWho } from '@caseweave/model';
import type { Builder, OpenTypeRef } from './builder.ts';
import type { SchemaNames } from './names/schema-names.ts';
import type { MadeOnce } from './names/made-once.ts';
import type { UnitEntry } from './sources/graphql-sources.ts';
import type { ReadableRecord, RowReading, SectionReading } from './viewer/reading.ts';

/** The types of what a model declares, to be referred to before it is said what they have. */
export interface DeclaredTypes {
  /** Those who sign in. */
  readonly who: OpenTypeRef<NamedWho>;
  /** A kind of record, by its name. */
  kind(name: string): OpenTypeRef<ReadableRecord>;
  /** A unit of the directory, by its name. */
  unit(name: string): OpenTypeRef<UnitEntry>;
  /** A section, by its row of the rights table. */
  section(row: string): OpenTypeRef<SectionReading>;
  /** The rows or entries of a section, by the section's row of the rights table and their field. */
  rows(row: string, field: string): OpenTypeRef<RowReading>;
}

/** What the parts of a schema are made with. */
export interface Tools {
  readonly builder: Builder;
  readonly model: Model;
  readonly names: SchemaNames;
  readonly types: DeclaredTypes;
  /** Types that several parts need and that are made once. */
  readonly made: MadeOnce;
  /** How entries are added where that says more than the entry itself, by section row and field: `job.diary events`. */
  readonly appends: Map<string, (draft: unknown, entry: object) => string>;
  /** What is wrong with the model for the API: told all together. */
  readonly faults: ModelFault[];
}
