import { StartFailure } from './start-failure.ts';

/** What a PostgreSQL that cannot be used says; everything else is no fault of the database. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  // Wrong password, no way in for this role or address, no such database, too many connections, starting or stopping.
  '28P01',
  '28000',
  '3D000',
  '53300',
  '57P03',
]);
const untrusted = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Makes plain words of what went wrong with a database at the start; other errors are given back as they are. */
export function plainFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StartFailure) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const failure = (kind: 'database-unreachable' | 'database-forbids', words: string) =>
    new StartFailure(kind, words, { cause: error });
  if (code === '42501') {
    return failure(
      'database-forbids',
      `The database does not let its role do what is needed: ${error.message}. Make the role the owner of the database, or grant it what is missing, and start again.`,
    );
  }
  if (untrusted.has(code)) {
    return failure(
      'database-unreachable',
      `The database's certificate is not trusted (${code}). Give its authority in CASEWEAVE_DATABASE_URL: sslmode=verify-full&sslrootcert=<file>.`,
    );
  }
  if (/does not support SSL/i.test(error.message)) {
    return failure(
      'database-unreachable',
      'The database does not speak TLS, which CASEWEAVE_DATABASE_URL asks for. Turn TLS on there, or leave sslmode out.',
    );
  }
  if (!unreachable.has(code) && !/timeout|terminated/i.test(error.message)) return error;
  return failure(
    'database-unreachable',
    `The database cannot be reached (${code || 'no answer'}). Check CASEWEAVE_DATABASE_URL and that PostgreSQL runs.`,
  );
}
