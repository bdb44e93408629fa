import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { IssuerSettings } from '../sign-in/issuer.ts';
import { givenNumber } from './command.ts';
import { type GraphQLSettings, readGraphQLSettings } from './graphql-settings.ts';
import { readIssuerSettings } from './issuer-settings.ts';
import { listOf } from './list-of.ts';
import { yesOrNo } from './yes-or-no.ts';

/** What the environment asks for, whatever the program serves. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** The folder of the embedded store. */
  readonly dataFolder: string;
  /** A PostgreSQL instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Whether a store by URL that an earlier version wrote may be carried over. */
  readonly mayCarryOver: boolean;
  /** The OpenID issuer that people sign in with. */
  readonly issuer: IssuerSettings | undefined;
  /** Other origins whose pages may connect. */
  readonly origins: readonly string[];
  readonly graphql: GraphQLSettings;
  /** The file of the authority's own rights table. */
  readonly rightsFile: string | undefined;
}

/** Reads the environment, refusing what cannot be meant. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const { PORT, HOST, CASEWEAVE_DATA, CASEWEAVE_DATABASE_URL, CASEWEAVE_CARRY_OVER, CASEWEAVE_ORIGINS } = env;
  return {
    port: givenNumber('PORT', PORT, 0, 65_535) ?? 4000,
    host: unlessEmpty(HOST) ?? '127.0.0.1',
    dataFolder: resolve(unlessEmpty(CASEWEAVE_DATA) ?? join(homedir(), '.caseweave')),
    databaseUrl: unlessEmpty(CASEWEAVE_DATABASE_URL),
    mayCarryOver: yesOrNo('CASEWEAVE_CARRY_OVER', CASEWEAVE_CARRY_OVER) ?? false,
    issuer: readIssuerSettings(env),
    origins: listOf(CASEWEAVE_ORIGINS),
    graphql: readGraphQLSettings(env),
    rightsFile: pathOf(env['CASEWEAVE_RIGHTS']),
  };
}

const pathOf = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : resolve(text);

const unlessEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text);
