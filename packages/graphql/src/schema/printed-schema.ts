import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

/** A schema as text, sorted, as it is kept and compared. */
export const printedSchema = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
