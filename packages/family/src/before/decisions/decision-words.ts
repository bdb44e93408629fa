import { dayInLondon, dayWords } from '../../words/days.ts';
import type { DecisionCommand } from './command.ts';
import { type DecisionNames, someone, somewhere, withoutNames } from './decision-names.ts';

/** A command in plain words, such as "Asha Patel joins the team". */
export function decisionWords(command: DecisionCommand, names: DecisionNames = withoutNames): string {
  switch (command.type) {
    case 'register-family': {
      const count = command.persons.length;
      const people = count === 0 ? '' : ` with ${count} ${count === 1 ? 'person' : 'people'}`;
      const hub = command.hub === null ? '' : ` at ${somewhere(names, command.hub)}`;
      return `The family is registered${people}${hub}`;
    }
    case 'register-person':
      return command.role === 'child' ? 'A child is registered in the family' : 'An adult is registered in the family';
    case 'join-team': {
      const end = command.until === null ? '' : ` until ${dayWords(dayInLondon(command.until))}`;
      return `${someone(names, command.principal)} joins the team${end}`;
    }
    case 'leave-team':
      return `${someone(names, command.principal)} leaves the team`;
    case 'allocate':
      return `The family is allocated to ${somewhere(names, command.hub)}`;
  }
}
