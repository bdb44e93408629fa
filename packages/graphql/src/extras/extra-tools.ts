import type { EnumRef, ObjectRef, UnionRef } from '@pothos/core';
import type { FieldComplexityValue } from '@pothos/plugin-complexity';
import type { CodeList, Model, NamedWho } from '@caseweave/model';
import type { Draft, EditOutcome, Json, Section, SectionSchema, View } from '@caseweave/record';
import type { BuilderWith } from '../builder.ts';
import type { DecidedShape } from '../decisions/decision-outcome.ts';
import type { EDIT_ARGS, EDIT_COST } from '../edits/edit-args.ts';
import type { EditOutcomeShape } from '../edits/edit-outcome.ts';
import type { LIST_ARGS } from '../pages/page-arguments.ts';
import type { Page, PageArgs } from '../pages/page.ts';
import type { Named } from '../people/named.ts';
import type { UnitEntry } from '../sources/graphql-sources.ts';
import type { ListTest } from '../sources/record-lists.ts';
import type { Coded } from '../values/code-types.ts';
import type { ReadableRecord, Reading, RowReading } from '../viewer/reading.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** What may be read by whoever asks: each answer has asked the model's rights. */
export type Reader = Pick<
  Viewer,
  'me' | 'at' | 'record' | 'sections' | 'told' | 'toldPerson' | 'namedPerson' | 'linked' | 'self' | 'unit' | 'units'
>;

/** What resolvers of extras are handed. */
export interface ExtraContext {
  readonly reader: Reader;
}

/** What extras declare types with. */
export type ExtraBuilder = BuilderWith<ExtraContext>;

type ExtraTypes = ExtraBuilder['$inferSchemaTypes'];
type ExtraRef<Shape> = ObjectRef<ExtraTypes, Shape>;

/** What an extra looks for in the list of a kind. */
export interface ExtraList extends PageArgs {
  readonly kind: string;
  readonly search?: string | null | undefined;
  /** The member of what lists show by which it is ordered. */
  readonly order?: string;
  /** What must be so of what lists show. */
  readonly tests?: readonly ListTest[];
  /** By what must stand in the facts, by the names of their members, and whether a reader is told so of a record. */
  readonly narrowed?: {
    readonly facts: Readonly<Record<string, readonly string[]>>;
    isTold(told: Json): boolean;
  };
}

/** An edit that an extra carries out for whoever asks. */
export interface ExtraEdit<Schema extends SectionSchema> {
  /** The mutation's name and all of its arguments but the key. */
  readonly request: readonly [string, object];
  readonly key: string;
  readonly record: string;
  readonly section: Schema;
  readonly act: 'append' | 'write';
  readonly seen?: string | null | undefined;
  /** The row that is changed, by its id; left out where the edit makes one. */
  readonly row?: string;
  change(section: Section<Schema>, basis: View<Schema>): EditOutcome<unknown>;
}

/**
 * What a domain declares its own types, queries and mutations with: the builder, the types that were made of the model,
 * and readers that have asked its rights. There is no way from here to the store.
 */
export interface ExtraTools {
  readonly builder: ExtraBuilder;
  readonly model: Model;
  /** The type of those who sign in. */
  readonly who: ExtraRef<NamedWho>;
  kind(name: string): ExtraRef<ReadableRecord>;
  unit(name: string): ExtraRef<UnitEntry>;
  section<Schema extends SectionSchema>(section: Schema): ExtraRef<Reading<Schema>>;
  /** The type of the rows or entries of a section. */
  rows<Schema extends SectionSchema>(section: Schema, field: keyof Schema['fields'] & string): ExtraRef<RowReading>;
  /** The types of a code list: as it is written, and as it is read. */
  codes(list: CodeList): { readonly written: EnumRef<ExtraTypes, string | number>; readonly coded: ExtraRef<Coded> };
  /** A code with its words, as the type of its list shows it. */
  codedOf(list: CodeList, code: unknown): Coded | undefined;
  /** The type of somebody who signs in or of whom there is a record of a kind. */
  named(kind: string): ExtraRef<Named>;
  /** Whom an id leads to that somebody wrote in a record. */
  namedOf(reader: Reader, id: string, kind: string, record: ReadableRecord): Promise<Named | undefined>;
  readonly decided: ExtraRef<DecidedShape>;
  readonly editOutcome: UnionRef<ExtraTypes, EditOutcomeShape>;
  /** The type of a page of the records of a kind. */
  connection(kind: string): ExtraRef<Page<ReadableRecord>>;
  /** What the arguments of a list are described by, and what it costs among the fields of an operation. */
  readonly listArgs: typeof LIST_ARGS & { cost(args: PageArgs): FieldComplexityValue };
  /** What the arguments of an edit are described by, and what it costs. */
  readonly editArgs: typeof EDIT_ARGS & { readonly cost: typeof EDIT_COST };
  /** Reads a section of a record. */
  read<Schema extends SectionSchema>(
    reader: Reader,
    section: Schema,
    record: ReadableRecord,
  ): Promise<Reading<Schema> | undefined>;
  /** What lists show of a section of a record. */
  inBrief(reader: Reader, section: SectionSchema, record: ReadableRecord): Promise<Json | undefined>;
  /** Reads a page of the records of a kind. */
  list(reader: Reader, list: ExtraList): Promise<Page<ReadableRecord>>;
  edit<Schema extends SectionSchema>(context: ExtraContext, edit: ExtraEdit<Schema>): Promise<EditOutcomeShape>;
  /** Says how entries of a log are added, where that says more than the entry itself. */
  append<Schema extends SectionSchema>(
    section: Schema,
    field: keyof Schema['fields'] & string,
    add: (draft: Draft<Schema>, entry: object) => string,
  ): void;
}

/** What a domain has in its API beside what follows from its model. */
export type Extras = (tools: ExtraTools) => void;
