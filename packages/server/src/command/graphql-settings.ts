import { resolve } from 'node:path';
import { listOf } from './list-of.ts';
import { yesOrNo } from './yes-or-no.ts';

/** How GraphQL is served, as the environment asks for it. */
export interface GraphQLSettings {
  /** Whether the schema may not be asked for, and only listed operations are taken. */
  readonly production: boolean;
  /** Files of operations by their hash, as code generation writes them. */
  readonly operationFiles: readonly string[];
  /** Whether other operations are taken too; undefined as is usual for the mode. */
  readonly anyOperation: boolean | undefined;
}

/** Reads how GraphQL is served. */
export function readGraphQLSettings(env: Readonly<Record<string, string | undefined>>): GraphQLSettings {
  const { NODE_ENV, CASEWEAVE_PRODUCTION, CASEWEAVE_OPERATIONS, CASEWEAVE_ANY_OPERATION } = env;
  return {
    production: yesOrNo('CASEWEAVE_PRODUCTION', CASEWEAVE_PRODUCTION) ?? NODE_ENV === 'production',
    operationFiles: listOf(CASEWEAVE_OPERATIONS).map((one) => resolve(one)),
    anyOperation: yesOrNo('CASEWEAVE_ANY_OPERATION', CASEWEAVE_ANY_OPERATION),
  };
}
