import type { AnyWho } from '../records/who.ts';
import { addMember } from './add-member.ts';
import { changeMember } from './change-member.ts';
import { leaveRecord } from './leave-record.ts';
import type { MemberKind } from './member-kind.ts';
import { registerRecord } from './register-record.ts';

/**
 * The decisions that go with a kind of record with members, here called job: `register-job` begins one with its members,
 * `add-job-member`, `change-job-member` (another role, or an end) and `leave-job`, by which members leave or are removed.
 */
export const memberDecisions = <Name extends string, Who extends AnyWho, Role extends string, Own, C extends string>(
  kind: MemberKind<Name, Who, Role, Own, C>,
) => [registerRecord(kind), addMember(kind), changeMember(kind), leaveRecord(kind)] as const;
