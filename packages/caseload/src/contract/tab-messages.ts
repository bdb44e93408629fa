import type { PresenceOf, PrincipalId } from '@caseweave/protocol';
import { type TabMessage, tabMessageKinds } from '../tabs/tab-message.ts';
import { section } from './samples.ts';

const who = { principal: 'ben' as PrincipalId, name: 'Ben', organisation: null };
const presence: PresenceOf = { type: 'presence', section, client: 7, clock: 1, state: '{"at":"title"}', who };
const firstSync = { have: 1, of: 2 };
const refused = { type: 'refused', refusals: [{ code: 'no', words: 'No.', stands: 'It stands.' }] } as const;

/** For each kind of message what tabs say: a kind without a sample does not compile. */
const samples: { readonly [Type in TabMessage['type']]: readonly Extract<TabMessage, { readonly type: Type }>[] } = {
  committed: [
    { type: 'committed', sections: ['a', 'b'], rebuilt: ['b'] },
    { type: 'committed', sections: [], rebuilt: [] },
  ],
  status: [
    { type: 'status', status: { connection: 'online', since: 5, why: null, firstSync } },
    { type: 'status', status: { connection: 'stopped', since: 5, why: 'revoked', firstSync: null } },
  ],
  'who-writes': [{ type: 'who-writes' }],
  presence: [
    { type: 'presence', presence },
    { type: 'presence', presence: { ...presence, state: null, who: { ...who, organisation: 'Depot' } } },
  ],
  'presence-lost': [{ type: 'presence-lost' }],
  'who-is-here': [{ type: 'who-is-here', section }],
  moved: [
    { type: 'moved', section, state: '{"at":"title"}' },
    { type: 'moved', section, state: null },
  ],
  ask: [
    { type: 'ask', id: 'a', ask: { type: 'decide', command: { so: [1, 'x', null, { deep: true }] }, needs: [3] } },
    { type: 'ask', id: 'b', ask: { type: 'dismiss', batch: 3 } },
  ],
  answer: [
    { type: 'answer', id: 'a', answer: { type: 'on-device', batch: 4 } },
    { type: 'answer', id: 'a', answer: refused },
    { type: 'answer', id: 'a', answer: { type: 'refused', refusals: [{ code: 'no', words: 'No.' }] } },
    { type: 'answer', id: 'b', answer: null },
  ],
  'signed-out': [{ type: 'signed-out' }],
};

/** What tabs say, every kind that the guard knows. */
export const everyMessage: readonly TabMessage[] = tabMessageKinds.flatMap(
  (kind): readonly TabMessage[] => samples[kind],
);

/** What a tab of another version might say. */
export const noMessages: readonly unknown[] = [
  null,
  'who-writes',
  {},
  { type: 'toString' },
  { type: 'of-a-later-version' },
  { type: 'committed', sections: 'all', rebuilt: [] },
  { type: 'status', status: { connection: 'unheard-of', since: 5, why: null, firstSync: null } },
  { type: 'presence', presence: { ...presence, who: { name: 'Ben' } } },
  { type: 'who-is-here', section: 'no section' },
  { type: 'moved', section, state: 7 },
  { type: 'ask', id: 'a', ask: { type: 'of-a-later-version' } },
  { type: 'answer', id: 'a', answer: { type: 'refused' } },
];
