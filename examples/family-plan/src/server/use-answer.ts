import { useEffect, useState } from 'react';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { askServer } from './ask-server.ts';

// Long enough that a word is not asked for letter by letter.
const settled = 250;

/**
 * What the server answers, while online; undefined before that, offline, and where there is nothing to ask.
 *
 * @param variables - null asks nothing
 */
export function useAnswer<Result, Variables>(
  operation: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
  isOnline: boolean,
): Result | undefined {
  const key = JSON.stringify(variables);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly data: Result } | null>(null);
  useEffect(() => {
    const asked = JSON.parse(key) as Variables | null;
    if (asked === null || !isOnline) return undefined;
    const stop = new AbortController();
    const ask = async () => {
      const answered = await askServer(operation, asked, stop.signal);
      if (answered.type === 'answered' && !stop.signal.aborted) setAnswer({ key, data: answered.data });
    };
    const timer = window.setTimeout(() => void ask(), settled);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [operation, key, isOnline]);
  return answer?.key === key ? answer.data : undefined;
}
