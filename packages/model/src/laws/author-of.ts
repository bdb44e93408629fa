import type { Command } from '../commands/command.ts';
import { judgeCommand } from '../commands/judge-command.ts';
import type { MemoryAuthority } from '../memory/authority.ts';
import type { Model } from '../model/model.ts';
import type { NamedWho } from '../records/who.ts';

/** Whoever is drawn, or the next who may decide it; where nobody may, whoever is drawn. */
export function authorOf(
  model: Model,
  { states, known, names }: MemoryAuthority,
  people: readonly NamedWho[],
  drawn: number,
  command: Command,
  at: number,
): NamedWho | null {
  const first = drawn % Math.max(1, people.length);
  const inTurn = [...people.slice(first), ...people.slice(0, first)];
  const state = states.get(command.record);
  const may = ({ who }: NamedWho): boolean =>
    judgeCommand(model, command, { who, state, at, known, since: [], names })?.code !== 'not-allowed';
  return inTurn.find(may) ?? inTurn[0] ?? null;
}
