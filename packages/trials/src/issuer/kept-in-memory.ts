import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What an issuer knows of everybody's sign-ins, kept over its restarts. */
export type Known = Map<string, AdapterPayload>;

/** Makes the store of one kind of thing that an issuer knows. */
export const keptIn =
  (known: Known) =>
  (kind: string): Adapter => {
    const keyOf = (id: string) => `${kind} ${id}`;
    const found = async (fits: (payload: AdapterPayload) => boolean) =>
      [...known].find(([key, payload]) => key.startsWith(`${kind} `) && fits(payload))?.[1];
    return {
      upsert: async (id, payload) => {
        known.set(keyOf(id), payload);
      },
      find: async (id) => known.get(keyOf(id)),
      findByUid: (uid) => found((payload) => payload.uid === uid),
      findByUserCode: (userCode) => found((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = known.get(keyOf(id));
        if (payload !== undefined) known.set(keyOf(id), { ...payload, consumed: true });
      },
      destroy: async (id) => {
        known.delete(keyOf(id));
      },
      revokeByGrantId: async (grant) => {
        for (const [key, { grantId }] of known) if (grantId === grant) known.delete(key);
      },
    };
  };
