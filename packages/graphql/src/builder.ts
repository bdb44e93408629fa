import SchemaBuilder, { type FieldRef, type ImplementableObjectRef, type ObjectRef } from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import { complexityError, complexityLimit } from './limits/complexity.ts';
import type { Asking } from './viewer/asking.ts';
import type { Viewer } from './viewer/viewer.ts';

/** What every resolver is handed: who asks, and the readers that judge their rights. */
export interface GraphQLContext {
  readonly asking: Asking;
  /** The same for extras: what may be read, and no way past it. */
  readonly reader: Viewer;
}

/** What the builder is told of the schema. */
export interface SchemaTypes<Context extends object> {
  Context: Context;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    /** A position of the log; sealed on its way out, opened on its way in. */
    Version: { Input: string; Output: string };
  };
  DefaultFieldNullability: false;
}

/** What the types of a schema are declared with, by resolvers that are handed such a context. */
export type BuilderWith<Context extends object> = PothosSchemaTypes.SchemaBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes<Context>>
>;

/** What the types of a schema are declared with. */
export type Builder = BuilderWith<GraphQLContext>;

/** Makes the builder of one schema. */
export const newBuilder = (): Builder =>
  new SchemaBuilder<SchemaTypes<GraphQLContext>>({
    plugins: [ComplexityPlugin],
    defaultFieldNullability: false,
    complexity: {
      limit: ({ asking }) => ({ ...complexityLimit, complexity: asking.costLimit }),
      defaultListMultiplier: 8,
      complexityError,
    },
  });

/** The types that the builder knows. */
export type Types = Builder['$inferSchemaTypes'];

/** A type of the schema whose resolvers are handed something of a shape. */
export type TypeRef<Shape> = ObjectRef<Types, Shape>;

/** The same before it is said what it has. */
export type OpenTypeRef<Shape> = ImplementableObjectRef<Types, Shape>;

/** What declares the fields of a type. */
export type Fields<Shape> = PothosSchemaTypes.ObjectFieldBuilder<Types, Shape>;

/** What declares the arguments of a field. */
export type Arguments = PothosSchemaTypes.InputFieldBuilder<Types, 'Arg'>;

/** Fields that were declared, by their names. */
export type FieldsMade = Readonly<Record<string, FieldRef<Types>>>;

/** Fields of several sorts as those of one type. */
export const together = (fields: readonly FieldsMade[]): FieldsMade => Object.assign({}, ...fields) as FieldsMade;
