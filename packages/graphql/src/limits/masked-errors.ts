import { GraphQLError } from 'graphql';

/** An unexpected failure, as told to the operator: what kind it was, never what was in it. */
export interface GraphQLFailure {
  /** The reference that the asker was given, so that the two can be matched. */
  readonly reference: string;
  readonly name: string;
  readonly code: string | undefined;
}

/** Makes the function that replaces every unexpected error by a sentence and a reference. */
export function maskedErrors(report: (failure: GraphQLFailure) => void, newReference: () => string) {
  return (error: unknown): Error => {
    const cause = originOf(error);
    if (cause instanceof GraphQLError) return error instanceof Error ? error : cause;
    const reference = newReference();
    report({ reference, name: cause instanceof Error ? cause.name : typeof cause, code: codeOf(cause) });
    const where = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
    return new GraphQLError(
      `Something went wrong at the server. Try again; if it stays, quote reference ${reference}.`,
      {
        ...where,
        extensions: { code: 'INTERNAL', reference },
      },
    );
  };
}

/** Walks to the error that was thrown first: a GraphQL error without an original is one that we meant to show. */
function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error;
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
