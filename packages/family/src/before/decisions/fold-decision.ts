import { dayInLondon, dayWords } from '../../words/days.ts';
import type { DecisionCommand } from './command.ts';
import type { Decided } from './decided.ts';
import { type DecisionNames, someone, somewhere, withoutNames } from './decision-names.ts';
import { type DecisionCode, type DecisionRefusal, refusalOf } from './refusal.ts';

/** Who gave a command, and when. */
export interface DecidedBy {
  readonly principal: string;
  readonly at: number;
}

/** What became of a command: it is decided, or refused with what stands instead. */
export type Folded =
  | { readonly type: 'decided'; readonly state: Decided }
  | ({ readonly type: 'refused' } & DecisionRefusal);

/**
 * Carries out a command on what is decided. The server and devices run the same; whether its author may is asked elsewhere.
 *
 * @param state - null where the record does not exist yet
 */
export function foldDecision(
  state: Decided | null,
  command: DecisionCommand,
  by: DecidedBy,
  names: DecisionNames = withoutNames,
): Folded {
  if (command.type === 'register-family')
    return state === null ? decided(registered(command, by)) : refused('id-taken');
  if (state === null) return refused('not-allowed');
  switch (command.type) {
    case 'register-person': {
      const { person, role } = command;
      if (state.persons.some((one) => one.person === person)) return refused('already');
      return decided({ ...state, persons: [...state.persons, { person, role }] });
    }
    case 'join-team': {
      const { principal, until } = command;
      if (until !== null && until <= by.at) return refused('past');
      if (isMember(state, principal)) return refused('already', standing(state, command, names));
      return decided({ ...state, team: [...state.team, { principal, until }] });
    }
    case 'leave-team': {
      const { principal } = command;
      if (state.lead === principal) return refused('is-lead');
      if (!isMember(state, principal)) return refused('already');
      return decided({ ...state, team: state.team.filter((member) => member.principal !== principal) });
    }
    case 'allocate':
      if (state.hub === command.hub) return refused('already', standing(state, command, names));
      return decided({ ...state, hub: command.hub });
  }
}

/** What stands instead of a command, in words; null if there is nothing to say. */
export function standing(state: Decided, command: DecisionCommand, names: DecisionNames = withoutNames): string | null {
  switch (command.type) {
    case 'allocate':
      return state.hub === null ? null : `The family is allocated to ${somewhere(names, state.hub)}.`;
    case 'join-team':
    case 'leave-team': {
      const member = state.team.find(({ principal }) => principal === command.principal);
      if (member === undefined) return `${someone(names, command.principal)} is not in the team.`;
      const end = member.until === null ? '' : ` until ${dayWords(dayInLondon(member.until))}`;
      return `${someone(names, command.principal)} is in the team${end}.`;
    }
    case 'register-family':
    case 'register-person':
      return null;
  }
}

/** Until somebody else leads, whoever registers a family works with it: where no lead is named, they are in its team. */
function registered(command: Extract<DecisionCommand, { type: 'register-family' }>, by: DecidedBy): Decided {
  const { hub, lead, persons } = command;
  return {
    status: 'open',
    hub,
    lead,
    team: [{ principal: lead ?? by.principal, until: null }],
    persons: persons.map(({ person, role }) => ({ person, role })),
  };
}

const isMember = ({ team }: Decided, id: string): boolean => team.some(({ principal }) => principal === id);

const decided = (state: Decided): Folded => ({ type: 'decided', state });

const refused = (code: DecisionCode, stands: string | null = null): Folded => ({
  type: 'refused',
  ...refusalOf(code, { stands }),
});
