import { useCallback, useEffect, useState } from 'react';
import { listPractitioners } from './demo-sign-in.ts';
import type { Practitioner } from './practitioner.ts';

/** The list of practitioners on its way, here, or out of reach. */
export type PractitionerList =
  | { readonly type: 'loading' }
  | { readonly type: 'here'; readonly all: readonly Practitioner[] }
  | { readonly type: 'unreachable' };

/** Asks the server who may sign in; `again` asks once more. */
export function usePractitioners(): { readonly list: PractitionerList; readonly again: () => void } {
  const [list, setList] = useState<PractitionerList>({ type: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const asked = await listPractitioners();
      if (wanted) setList(asked.type === 'answered' ? { type: 'here', all: asked.answer } : { type: 'unreachable' });
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, [attempt]);
  const again = useCallback(() => {
    setList({ type: 'loading' });
    setAttempt((count) => count + 1);
  }, []);
  return { list, again };
}
