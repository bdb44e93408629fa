import type { DecisionCommand } from './command.ts';

/**
 * Tells whether something that its author did not know of, decided since they gave a command, stands against it. The
 * protective one wins: who has been taken out of a team is not put back unseen, while leaving stands whatever came before.
 *
 * @param since - the commands about the same record that were decided since, in their order
 */
export function conflicts(command: DecisionCommand, since: readonly DecisionCommand[]): boolean {
  switch (command.type) {
    case 'allocate':
      return since.some(({ type }) => type === 'allocate');
    case 'join-team':
      return since.some((other) => other.type === 'leave-team' && other.principal === command.principal);
    case 'leave-team':
    case 'register-family':
    case 'register-person':
      return false;
  }
}
