import type { Json } from '@caseweave/record';
import { begunBeside, carryOut } from '../commands/carry-out.ts';
import { type Command, commandJson } from '../commands/command.ts';
import { parseCommand } from '../commands/parse-command.ts';
import type { Model } from '../model/model.ts';
import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import type { NamedWho } from '../records/who.ts';

/** What a new command says. */
export interface NewCommand {
  /** The decision's name. */
  readonly type: string;
  readonly record: string;
  readonly form: { readonly [name: string]: Json };
}

/**
 * Makes a command, with random ids for the sections of what it begins in which its author may write at once.
 *
 * @param state - what is known of the record that it is about; undefined where the command begins it
 * @param newId - makes a random id: 16 random bytes as 22 characters of base64url
 * @throws TypeError where the form is wrong: that is the app's mistake
 */
export function newCommand(
  model: Model,
  author: NamedWho,
  { type, record, form }: NewCommand,
  state: RecordState | undefined,
  known: Known,
  newId: () => string,
): Json {
  const parsed = parseCommand(model, { ...form, type, version: model.decisions.get(type)?.version ?? 1, record });
  if (parsed.type === 'refused') throw new TypeError(parsed.refusal.stands ?? 'This is no command of the model.');
  const { command } = parsed;
  const own: Known = { ...known, who: (id) => (id === author.who.id ? author : known.who(id)) };
  const sections = begunStates(model, command, state, author.who.id).flatMap((one) =>
    model.sectionNames(one, own).flatMap((name) => {
      const { write, append } = model.acts(author.who, name, one, 0);
      return write || append ? [{ record: one.record, name, section: newId() }] : [];
    }),
  );
  return commandJson({ ...command, sections });
}

function begunStates(
  model: Model,
  command: Command,
  state: RecordState | undefined,
  who: string,
): readonly RecordState[] {
  const by = { who, at: 0 };
  if (command.decision.type === 'decision' && state === undefined) return begunBeside(model, command, undefined, by);
  const { state: subject, begun } = carryOut(model, command, state, by);
  return command.decision.type === 'opening' ? [subject, ...begun] : begun;
}
