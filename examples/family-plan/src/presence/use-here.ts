import type { OpenSection } from '@caseweave/caseload';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { readHere, type Here } from './here.ts';

const nobody: readonly Here[] = [];

/** The others who have this section open now. */
export function useHere(section: OpenSection | undefined): readonly Here[] {
  const awareness = section?.presence;
  const last = useRef<readonly Here[]>(nobody);
  const read = useCallback(() => {
    last.current = awareness === undefined ? nobody : readHere(awareness.getStates(), awareness.clientID);
  }, [awareness]);
  const subscribe = useCallback(
    (listener: () => void) => {
      const changed = () => {
        read();
        listener();
      };
      changed();
      awareness?.on('change', changed);
      return () => awareness?.off('change', changed);
    },
    [awareness, read],
  );
  return useSyncExternalStore(subscribe, () => last.current);
}

/** Tells others that one is here, for as long as the page is open. */
export function useBeingHere(section: OpenSection | undefined, color: string): void {
  const awareness = section?.presence;
  useEffect(() => {
    if (awareness === undefined) return undefined;
    awareness.setLocalState({ ...awareness.getLocalState(), user: { color } });
    return () => awareness.setLocalState(null);
  }, [awareness, color]);
}
