import type { OpenRecord } from '@caseweave/caseload';
import type { SectionSchema } from '@caseweave/record';
import { useMemo, useSyncExternalStore } from 'react';
import { useSection } from './use-section.ts';

/** Somebody who is in a section: what their editor says, and `user` as the server names them. */
export interface PersonHere {
  readonly client: number;
  readonly state: Readonly<Record<string, unknown>>;
}

const nobody: readonly PersonHere[] = [];

/** Who else is in a section now. */
export function usePresence(record: OpenRecord | undefined, schema: SectionSchema): readonly PersonHere[] {
  const presence = useSection(record, schema)?.presence;
  const store = useMemo(() => {
    let shown: readonly PersonHere[] | undefined;
    return {
      subscribe: (listener: () => void) => {
        const changed = () => {
          shown = undefined;
          listener();
        };
        presence?.on('change', changed);
        return () => presence?.off('change', changed);
      },
      read: () => {
        if (presence === undefined) return nobody;
        shown ??= Array.from(presence.getStates(), ([client, state]) => ({ client, state })).filter(
          ({ client }) => client !== presence.clientID,
        );
        return shown;
      },
    };
  }, [presence]);
  return useSyncExternalStore(store.subscribe, store.read);
}
