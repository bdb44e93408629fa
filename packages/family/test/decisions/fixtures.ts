import { earlyHelp, type FamilyFacts, type Principal } from '@caseweave/family';
import {
  carryOut,
  type Command,
  type DecisionRefusal,
  judgeCommand,
  type Known,
  nothingKnown,
  parseCommand,
  type RecordState,
  withoutNames,
  type Names,
} from '@caseweave/model';
import { named, practitioner } from '../people.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A random id of this test, told by its number. */
export const id = (at: number): string =>
  `${Array.from({ length: 21 }, (_, place) => letters[(at * 7 + place * (at + 3)) % 64]).join('')}A`;

export const family = id(0);
export const child = id(1);
export const mother = id(2);

export const at = 1_764_000_000_000;

/** A command as a device sends it. */
export interface EarlyHelpJson {
  readonly type: string;
  readonly record: string;
  readonly [member: string]: unknown;
}

export const join = (principal: string, until: number | null = null) =>
  ({ type: 'join-team', record: family, principal, until }) as const;
export const leave = (principal: string) => ({ type: 'leave-team', record: family, principal }) as const;
export const allocate = (hub: string) => ({ type: 'allocate', record: family, hub }) as const;
export const addPerson = (person: string, role: 'child' | 'adult' = 'child', isNew = true) =>
  ({ type: 'register-person', record: family, person, role, household: 'home', isNew, sections: [] }) as const;
export const register = (lead: string | null = 'lead', hub: string | null = null) =>
  ({
    type: 'register-family',
    record: family,
    hub,
    lead,
    persons: [{ person: child, role: 'child', household: 'home', isNew: true }],
    sections: [],
  }) as const;

/** The command that JSON is, which must be one. */
export function commandOf(json: EarlyHelpJson): Command {
  const parsed = parseCommand(earlyHelp, json);
  if (parsed.type === 'refused') throw new Error(`${json.type}: ${parsed.refusal.stands}`);
  return parsed.command;
}

/** A family as it is decided. */
export type Family = RecordState<FamilyFacts>;

interface By {
  readonly author?: Principal;
  readonly at?: number;
  readonly known?: Known;
  readonly since?: readonly EarlyHelpJson[];
  readonly names?: Names;
}

/** Judges a command and carries it out, as a server does: by the lead, unless somebody else is named. */
export function decide(
  state: Family | undefined,
  json: EarlyHelpJson,
  { author = practitioner('lead', 'la_early_help'), at: when = at, known = nothingKnown, since = [], names }: By = {},
): Family | DecisionRefusal {
  const command = commandOf(json);
  const refusal = judgeCommand(earlyHelp, command, {
    who: author,
    state,
    at: when,
    known: { ...known, who: (one) => (one === author.id ? named(author) : known.who(one)) },
    since: since.map(commandOf),
    names: names ?? withoutNames,
  });
  if (refusal !== null) return refusal;
  return carryOut(earlyHelp, command, state, { who: author.id, at: when }).state as Family;
}

/** What is decided after these commands, each of which must be carried out. */
export function after(...commands: readonly EarlyHelpJson[]): Family {
  let state: Family | undefined;
  for (const command of [register(), ...commands]) {
    const decided = decide(state, command);
    if ('code' in decided) throw new Error(`${command.type} was refused: ${decided.code}`);
    state = decided;
  }
  if (state === undefined) throw new Error('Nothing was decided.');
  return state;
}
