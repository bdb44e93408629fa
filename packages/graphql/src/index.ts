/**
 * A GraphQL schema from a model, and the endpoint that serves it.
 *
 * Everything of a model is in the schema by a naming rule. Nothing happens when this package is imported: a schema is made
 * by a function, so that a bundler may leave out what is not called.
 *
 * @packageDocumentation
 */

// The schema
export { graphqlSchema, type SchemaOptions } from './schema/graphql-schema.ts';
export { printedSchema } from './schema/printed-schema.ts';
export { schemaChanges } from './schema/schema-changes.ts';

// The endpoint
export {
  graphqlHandler,
  type GraphQLHandler,
  type GraphQLOptions,
  type GraphQLService,
} from './handler/graphql-handler.ts';
export type { GraphQLFailure } from './limits/masked-errors.ts';

// What it reads and writes through
export type { GraphQLSources, SectionDocument, SignedIn, UnitEntry } from './sources/graphql-sources.ts';
export type { ContentEdit, ContentEdited, ContentEdits } from './sources/content-edits.ts';
export type { DecisionsSource, DecisionTold } from './sources/decisions-source.ts';
export type { Before, Following, Happening, Touched } from './sources/following.ts';
export type {
  ListAsked,
  ListOrder,
  ListTest,
  ListWords,
  RecordLists,
  SearchedMembers,
  ListPlace,
} from './sources/record-lists.ts';
export type { SectionOfRecord } from './sources/section-of-record.ts';
export type { Versions } from './sources/versions.ts';

// What a domain adds of its own
export type {
  ExtraBuilder,
  ExtraContext,
  ExtraEdit,
  ExtraList,
  Extras,
  ExtraTools,
  Reader,
} from './extras/extra-tools.ts';
export { refusedFor } from './edits/edit-for.ts';
export type { Page, PageArgs } from './pages/page.ts';
export type { ReadableRecord, Reading, RowReading } from './viewer/reading.ts';
