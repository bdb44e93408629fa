import type { Telling } from '../decisions/deciding.ts';
import type { AnyWho } from '../records/who.ts';
import type { AnyMemberKind } from './member-kind.ts';
import { type Member, type MemberFacts, isMemberAt } from './member.ts';

/** Whether somebody who manages stays, without an end. */
export const isManaged = ({ membership }: AnyMemberKind, members: readonly Member[], at: number): boolean =>
  members.some((member) => membership.manages.has(member.role) && member.to === null && isMemberAt(member, at));

/** Whether one of the seats that somebody has manages. */
export const manages = ({ membership }: AnyMemberKind, seats: ReadonlySet<string>): boolean =>
  [...seats].some((seat) => membership.manages.has(seat));

/** Whether a reader may learn that a decision is about somebody. */
export const learnsOf = (
  kind: AnyMemberKind,
  { reader, state, at }: Telling<AnyWho, MemberFacts>,
  who: string,
): boolean => kind.membership.learnsOf(reader, { id: who }, state.facts, at);

/** What decisions about members may be refused with, so that all say it alike. */
export const memberRefusals = {
  unknown: 'Nobody of that name is known. Look them up.',
  already: 'It is so already. There is nothing more to do.',
  past: 'The end that it gives has passed. Choose a later one.',
  'not-a-member': 'They are not a member in that role. Look at who is.',
  'last-manager': 'Nobody would be left who decides who is a member. Let another do so first.',
} as const;
