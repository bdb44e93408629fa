import type { Json } from '@caseweave/record';
import { judgeCommand } from '../commands/judge-command.ts';
import { parseCommand } from '../commands/parse-command.ts';
import type { DecisionRefusal } from '../decisions/refusal.ts';
import type { Model } from '../model/model.ts';
import type { Known } from '../records/known.ts';
import type { NamedWho } from '../records/who.ts';
import { contained } from '../rights/report-fault.ts';

/** What a device judges a command on. */
export interface Judged {
  /** What the device was told of the record that the command is about; null for nothing. */
  readonly told: Json | null;
  readonly known: Known;
  /** When, by the device's clock. */
  readonly at: number;
}

/**
 * Judges a command ahead of the server, by what the device was told: null if it may well be carried out. A button asks
 * it before it offers something, and says the words of a refusal. The server judges on all that is decided.
 */
export function judgeAhead(
  model: Model,
  { who }: NamedWho,
  json: Json,
  { told, known, at }: Judged,
): DecisionRefusal | null {
  const parsed = parseCommand(model, json);
  if (parsed.type === 'refused') return parsed.refusal;
  const { command } = parsed;
  const { kind } = command.decision;
  const decided = (): unknown => (told === null ? null : (model.kinds.get(kind)?.seen.decided(told) ?? null));
  const facts = contained(model.report, `kinds.${kind}.seen.decided`, decided, null);
  const state = facts === null ? undefined : { record: command.record, kind, facts, linkedFrom: [] };
  const names = {
    who: (id: string) => known.who(id)?.name,
    unit: (of: string, id: string) => known.unit(of, id)?.name,
  };
  return judgeCommand(model, command, { who, state, at, known, since: [], names });
}
