import { createHash } from 'node:crypto';
import { GraphQLError, stripIgnoredCharacters } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/**
 * Operations that apps were built with.
 *
 * They may be asked for by their SHA-256, in `extensions.persistedQuery`, or by their text, whatever its white space. Where
 * others are not taken, nobody can try out what an operation of their own would cost or tell.
 */
export function listedOperations(operations: ReadonlyMap<string, string>, anyOperation: boolean): Plugin {
  const texts = new Set([...operations.values()].map(digestOf));
  return {
    onParams({ params, setParams }) {
      const hash = hashIn(params.extensions);
      const listed = hash === undefined ? undefined : operations.get(hash);
      // What is carried out is what is on the list, whatever text came with its hash.
      if (listed !== undefined) {
        setParams({ ...params, query: listed });
        return;
      }
      if (typeof params.query === 'string' && params.query !== '') {
        if (anyOperation || texts.has(digestOf(params.query))) return;
        throw refused('Only the operations that apps were built with are taken here.', 'OPERATION_NOT_LISTED');
      }
      // The message is what clients of automatic persisted queries look for.
      if (hash !== undefined) throw refused('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND');
    },
  };
}

function hashIn(extensions: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const named = extensions?.['persistedQuery'];
  const hash = typeof named === 'object' && named !== null && 'sha256Hash' in named ? named.sha256Hash : undefined;
  // Code generation names the algorithm before the hash.
  return typeof hash === 'string' ? hash.replace(/^sha256:/, '') : undefined;
}

/** The same for all spellings of an operation that differ in white space and comments alone. */
function digestOf(operation: string): string {
  try {
    return createHash('sha256').update(stripIgnoredCharacters(operation)).digest('base64');
  } catch {
    // What is no GraphQL is on no list.
    return '';
  }
}

const refused = (message: string, code: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
