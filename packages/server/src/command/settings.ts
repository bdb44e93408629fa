import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartFailure } from '../database/start-failure.ts';
import type { IssuerSettings } from '../http/issuer.ts';
import { type GraphQLSettings, readGraphQLSettings, yesOrNo } from './graphql-settings.ts';
import { readIssuerSettings } from './issuer-settings.ts';

/** What the command line and the environment ask for. */
export interface Settings {
  readonly command: 'start' | 'reset' | 'import';
  /** The directory file to be imported. */
  readonly file: string | undefined;
  /** Whether those who are no longer in the file lose their access. */
  readonly endMissing: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly app: string | undefined;
  readonly demo: boolean;
  /** The OpenID issuer that people sign in with. */
  readonly issuer: IssuerSettings | undefined;
  /** How many families were asked for by name; undefined if it was left open. */
  readonly families: number | undefined;
  readonly origins: readonly string[];
  readonly graphql: GraphQLSettings;
}

const MOST_FAMILIES = 20_000;

/** Reads the command line and the environment, refusing what cannot be meant. */
export function readSettings(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const { values, positionals } = parsed(args);
  const [command = 'start', file, ...more] = positionals;
  const isCommand = command === 'start' || command === 'reset' || command === 'import';
  if (!isCommand || more.length > 0 || (file !== undefined && command !== 'import')) {
    throw new StartFailure(
      'bad-option',
      `There is no command "${positionals.join(' ')}": use start, reset, or import <file>.`,
    );
  }
  const issuer = readIssuerSettings(env);
  const { PORT, HOST, CASEWEAVE_DATA, CASEWEAVE_DATABASE_URL, CASEWEAVE_DEMO, CASEWEAVE_ORIGINS } = env;
  const demo = yesOrNo('CASEWEAVE_DEMO', CASEWEAVE_DEMO) ?? true;
  if (demo && issuer !== undefined) {
    throw new StartFailure(
      'bad-option',
      'In the demo anybody may sign in as anybody, so it has no issuer. Set CASEWEAVE_DEMO=0, or unset CASEWEAVE_OIDC_ISSUER.',
    );
  }
  return {
    command,
    file: file === undefined ? undefined : resolve(file),
    endMissing: values['end-missing'],
    port: whole('PORT', PORT, 4000, 0, 65_535),
    host: HOST === undefined || HOST === '' ? '127.0.0.1' : HOST,
    dataFolder: resolve(
      CASEWEAVE_DATA === undefined || CASEWEAVE_DATA === '' ? join(homedir(), '.caseweave') : CASEWEAVE_DATA,
    ),
    databaseUrl: CASEWEAVE_DATABASE_URL === '' ? undefined : CASEWEAVE_DATABASE_URL,
    app: values.app === undefined ? undefined : resolve(values.app),
    demo,
    issuer,
    families: values.families === undefined ? undefined : whole('--families', values.families, 0, 1, MOST_FAMILIES),
    origins: (CASEWEAVE_ORIGINS ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    graphql: readGraphQLSettings(env),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        app: { type: 'string' },
        families: { type: 'string' },
        'end-missing': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new StartFailure('bad-option', error instanceof Error ? error.message : 'The command line cannot be read.', {
      cause: error,
    });
  }
}

function whole(name: string, text: string | undefined, otherwise: number, least: number, most: number): number {
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new StartFailure('bad-option', `${name} must be a whole number from ${least} to ${most}.`);
}
