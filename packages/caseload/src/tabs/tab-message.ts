import { isPrincipalId, isSectionId, type PresenceOf, type PrincipalId, type SectionId } from '@caseweave/protocol';
import type { Json } from '@caseweave/record';
import type { DecideOutcome } from '../decisions/decide-outcome.ts';
import type { CommandRefusal } from '../decisions/decision-port.ts';
import {
  type Guard,
  isAbsentOr,
  isJson,
  isList,
  isNullOr,
  isNumber,
  isObject,
  isOneOf,
  isText,
  isWord,
  type Kinds,
} from './guard.ts';

/** What one tab tells the others: plain data. */
export type TabMessage =
  /** The store has changed. */
  | { readonly type: 'committed'; readonly sections: readonly string[]; readonly rebuilt: readonly string[] }
  /** How the writing tab's connection looks. */
  | { readonly type: 'status'; readonly status: WriterStatus }
  /** A tab has just opened and wants to know the status. */
  | { readonly type: 'who-writes' }
  /** Somebody else is in a section, or has left it. */
  | { readonly type: 'presence'; readonly presence: PresenceOf }
  /** Nobody's place is known any more. */
  | { readonly type: 'presence-lost' }
  /** A tab that reads along has opened a section and wants to know who is there. */
  | { readonly type: 'who-is-here'; readonly section: SectionId }
  /** Where this person is, as a tab that reads along sees it. */
  | { readonly type: 'moved'; readonly section: SectionId; readonly state: string | null }
  /** A tab that reads along asks the writing one to do something, and is answered under the same id. */
  | { readonly type: 'ask'; readonly id: string; readonly ask: TabAsk }
  | { readonly type: 'answer'; readonly id: string; readonly answer: DecideOutcome | null }
  /** The person has signed out; nothing of the store is left. */
  | { readonly type: 'signed-out' };

/** What a tab that reads along has the writing one do. */
export type TabAsk =
  | { readonly type: 'decide'; readonly command: Json; readonly needs: readonly number[] }
  | { readonly type: 'dismiss'; readonly batch: number };

/** The writing tab's connection, as the others show it. */
export interface WriterStatus {
  readonly connection: 'online' | 'connecting' | 'offline' | 'switched-off' | 'sign-in-needed' | 'stopped';
  readonly since: number;
  readonly why: string | null;
  readonly firstSync: { readonly have: number; readonly of: number } | null;
}

const isSection: Guard<SectionId> = (value) => isText(value) && isSectionId(value);
const isPrincipal: Guard<PrincipalId> = (value) => isText(value) && isPrincipalId(value);

const isStatus = isObject<WriterStatus>({
  connection: isWord({
    online: true,
    connecting: true,
    offline: true,
    'switched-off': true,
    'sign-in-needed': true,
    stopped: true,
  }),
  since: isNumber,
  why: isNullOr(isText),
  firstSync: isNullOr(isObject({ have: isNumber, of: isNumber })),
});

const isPresence = isObject<PresenceOf>({
  type: isWord({ presence: true }),
  section: isSection,
  client: isNumber,
  clock: isNumber,
  state: isNullOr(isText),
  who: isObject({ principal: isPrincipal, name: isText, organisation: isNullOr(isText) }),
});

const isAsk = isOneOf<TabAsk>({
  decide: { command: isJson, needs: isList(isNumber) },
  dismiss: { batch: isNumber },
});

const isAnswer = isOneOf<DecideOutcome>({
  'on-device': { batch: isNumber },
  refused: {
    refusals: isList(isObject<CommandRefusal>({ code: isText, words: isText, stands: isAbsentOr(isNullOr(isText)) })),
  },
});

/** Every kind of message, and how it is told: a kind that is added to the union and not here does not compile. */
const kinds: Kinds<TabMessage> = {
  committed: { sections: isList(isText), rebuilt: isList(isText) },
  status: { status: isStatus },
  'who-writes': {},
  presence: { presence: isPresence },
  'presence-lost': {},
  'who-is-here': { section: isSection },
  moved: { section: isSection, state: isNullOr(isText) },
  ask: { id: isText, ask: isAsk },
  answer: { id: isText, answer: isNullOr(isAnswer) },
  'signed-out': {},
};

/** The kinds of messages that there are. */
export const tabMessageKinds = Object.keys(kinds) as readonly TabMessage['type'][];

/** Says whether something is a message of a tab: one of another version of the app may say what this one does not know. */
export const isTabMessage: Guard<TabMessage> = isOneOf<TabMessage>(kinds);
