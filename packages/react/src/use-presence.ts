import type { OpenRecord } from '@caseweave/caseload';
import type { Json, SectionSchema } from '@caseweave/record';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useSection } from './use-section.ts';

/** Somebody who is in a section: what their editor says, and `user` as the server names them. */
export interface PersonHere {
  readonly client: number;
  /** The server's word, whatever their editor says; null for somebody who is not named. */
  readonly name: string | null;
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
        shown ??= Array.from(presence.getStates(), ([client, state]) => ({
          client,
          name: nameIn(state),
          state,
        })).filter(({ client }) => client !== presence.clientID);
        return shown;
      },
    };
  }, [presence]);
  return useSyncExternalStore(store.subscribe, store.read);
}

const nameIn = ({ user }: Readonly<Record<string, unknown>>): string | null =>
  typeof user === 'object' && user !== null && 'name' in user && typeof user.name === 'string' ? user.name : null;

/**
 * Shows oneself to the others in a section while the component is shown.
 *
 * @param state - what they are told beside, such as where one types; by default that one is there
 */
export function useBeingHere(record: OpenRecord | undefined, schema: SectionSchema, state = here): void {
  const presence = useSection(record, schema)?.presence;
  useEffect(() => {
    presence?.setLocalState(state);
    return () => presence?.setLocalState(null);
  }, [presence, state]);
}

const here: Readonly<Record<string, Json>> = {};
