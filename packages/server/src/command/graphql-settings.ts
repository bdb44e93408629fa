import { resolve } from 'node:path';
import { StartFailure } from '../database/start-failure.ts';

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
    operationFiles: (CASEWEAVE_OPERATIONS ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map((one) => resolve(one)),
    anyOperation: yesOrNo('CASEWEAVE_ANY_OPERATION', CASEWEAVE_ANY_OPERATION),
  };
}

/** Reads a setting that is on or off; undefined if it is not set. Any other word is refused, since `false` would be on. */
export function yesOrNo(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === '1' || text === '0') return text === '1';
  throw new StartFailure('bad-option', `${name} must be 1 or 0.`);
}
