import {
  type AgencyKind,
  type Decided,
  type DecisionCommand,
  foldDecision,
  type NamedPractitioner,
} from '@caseweave/family';
import { practitioner } from '../rights/fixtures.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A random id of this test, told by its number. */
export const id = (at: number): string =>
  `${Array.from({ length: 21 }, (_, place) => letters[(at * 7 + place * (at + 3)) % 64]).join('')}A`;

export const family = id(0);
export const child = id(1);
export const mother = id(2);

export const at = 1_764_000_000_000;
const by = (principal: string) => ({ principal, at });

export const join = (principal: string, until: number | null = null): DecisionCommand => ({
  type: 'join-team',
  record: family,
  principal,
  until,
});
export const leave = (principal: string): DecisionCommand => ({ type: 'leave-team', record: family, principal });
export const allocate = (hub: string): DecisionCommand => ({ type: 'allocate', record: family, hub });
export const addPerson = (person: string, role: 'child' | 'adult' = 'child'): DecisionCommand => ({
  type: 'register-person',
  record: family,
  person,
  role,
  household: 'home',
  isNew: true,
  sections: [],
});
export const register = (lead: string | null = 'lead', hub: string | null = null): DecisionCommand => ({
  type: 'register-family',
  record: family,
  hub,
  lead,
  persons: [{ person: child, role: 'child', household: 'home', isNew: true }],
  sections: [],
});

/** What is decided after these commands, each of which must be carried out. */
export function after(...commands: readonly DecisionCommand[]): Decided {
  let state: Decided | null = null;
  for (const command of [register(), ...commands]) {
    const folded = foldDecision(state, command, by('lead'));
    if (folded.type === 'refused') throw new Error(`${command.type} was refused: ${folded.code}`);
    state = folded.state;
  }
  if (state === null) throw new Error('Nothing was decided.');
  return state;
}

/** Folds one command into what is decided, by the lead. */
export const fold = (state: Decided | null, command: DecisionCommand) => foldDecision(state, command, by('lead'));

export const named = (who: string, kind: AgencyKind = 'la_early_help'): NamedPractitioner => ({
  principal: practitioner(who, kind),
  name: `Name of ${who}`,
  agencyName: `Agency of ${who}`,
});
