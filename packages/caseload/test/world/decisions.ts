import type { DecisionPort, NewRecord } from '@caseweave/caseload';
import type { Json } from '@caseweave/record';
import { writing } from './acts.ts';

/** What is decided about a job in this world. */
export type Facts = { readonly depot: string; readonly team: readonly string[] };

/** The commands of this world. */
export type Command =
  | {
      readonly type: 'register';
      readonly record: string;
      readonly depot: string;
      readonly plan: string;
      readonly notes: string;
      readonly kind?: string;
    }
  | { readonly type: 'join'; readonly record: string; readonly who: string }
  | { readonly type: 'allocate'; readonly record: string; readonly depot: string };

// The caseload hands back the JSON that it was given.
const known = (command: Json) => command as Command;

/** A tiny domain: jobs that are registered and allocated, with a team that people join. */
export const decisionPort: DecisionPort = {
  record: (command) => known(command).record,
  records: (command): NewRecord[] => {
    const given = known(command);
    if (given.type !== 'register') return [];
    const { record, depot, plan, notes, kind = 'job' } = given;
    const sections = [
      { section: plan, name: 'plan', acts: writing },
      { section: notes, name: 'notes', acts: writing },
    ];
    return [{ record, kind, facts: { depot, team: [] }, sections }];
  },
  fold: (facts, command) => {
    const given = known(command);
    const before = facts as Facts;
    switch (given.type) {
      case 'register':
        return null;
      case 'join':
        return before.team.includes(given.who) ? null : { ...before, team: [...before.team, given.who] };
      case 'allocate':
        return before.depot === given.depot ? null : { ...before, depot: given.depot };
    }
  },
  words: (command) => {
    const given = known(command);
    switch (given.type) {
      case 'register':
        return 'A job is registered';
      case 'join':
        return `${given.who} joins the team`;
      case 'allocate':
        return `Allocated to ${given.depot}`;
    }
  },
  check: (command) => {
    const type: unknown = typeof command === 'object' && command !== null && 'type' in command ? command.type : null;
    return type === 'register' || type === 'join' || type === 'allocate'
      ? null
      : { code: 'malformed', words: 'No such command.' };
  },
};
