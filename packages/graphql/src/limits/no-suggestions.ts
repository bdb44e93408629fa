import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Takes "Did you mean …?" out of errors: with it, a schema that may not be read can be guessed word by word. */
export function noSuggestions(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (!isResult(result) || result.errors === undefined) return;
      setResult({ ...result, errors: result.errors.map(withoutSuggestion) });
    },
  };
}

const suggestion = / ?Did you mean [^]*$/;

function withoutSuggestion(error: GraphQLError): GraphQLError {
  if (!suggestion.test(error.message)) return error;
  const { nodes = null, path = null, extensions } = error;
  return new GraphQLError(error.message.replace(suggestion, ''), { nodes, path, extensions });
}

const isResult = (result: unknown): result is ExecutionResult =>
  typeof result === 'object' && result !== null && !Array.isArray(result) && !(Symbol.asyncIterator in result);
