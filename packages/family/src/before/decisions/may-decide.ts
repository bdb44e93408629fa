import type { Principal, RecordFacts } from '../rights/facts.ts';
import { may } from '../rights/may.ts';
import { seatsOf } from '../rights/seats.ts';
import type { DecisionCommand } from './command.ts';

/**
 * Tells whether somebody may give a command. What nothing allows is not allowed.
 *
 * @param facts - what is decided about the record that the command names; undefined where it does not exist yet
 */
export function mayDecide(
  principal: Principal,
  command: DecisionCommand,
  facts: RecordFacts | undefined,
  at: number,
): boolean {
  if (command.type === 'register-family') return mayRegister(principal, command);
  if (facts === undefined || facts.kind !== 'family') return false;
  const decides = may(principal, 'decide', 'plan.shared', facts, at);
  switch (command.type) {
    case 'register-person':
    case 'join-team':
      return decides;
    case 'leave-team':
      return decides || (principal.id === command.principal && may(principal, 'read', 'plan.shared', facts, at));
    case 'allocate':
      // A lead must not be able to move a family out of its manager's sight.
      return decides && (facts.hub === null || seatsOf(principal, facts, at).has('manager'));
  }
}

/**
 * Tells whether somebody may put a person who is known already into a family. It opens the person's record to another
 * team, so it takes who decides about the person.
 */
export const mayLink = (principal: Principal, person: RecordFacts, at: number): boolean =>
  person.kind === 'person' && may(principal, 'decide', 'person.identity', person, at);

/** Any practitioner of an agency may register a family, and leads it themself; a manager may name another for their own hub. */
function mayRegister(
  principal: Principal,
  { hub, lead }: Extract<DecisionCommand, { type: 'register-family' }>,
): boolean {
  if (principal.kind !== 'practitioner' || principal.agency === null) return false;
  if (lead === null || lead === principal.id) return true;
  const manages = principal.roles.includes('manager') || principal.roles.includes('hub_coordinator');
  return manages && hub !== null && principal.hub === hub;
}
