import { isSeen, toldFacts } from '../answers/told-facts.ts';
import type { Command } from '../commands/command.ts';
import { toldDecision } from '../commands/told-decision.ts';
import type { Directory, MemoryAuthority } from '../memory/authority.ts';
import type { Model } from '../model/model.ts';
import type { Known } from '../records/known.ts';
import type { RecordState } from '../records/record-state.ts';
import type { AnyWho, NamedWho } from '../records/who.ts';
import type { ModelBreach } from './law.ts';
import { textsIn } from './same-json.ts';
import { standing } from './standing.ts';

/** A decision that was taken, with the record before and after. */
export interface Taken {
  readonly command: Command;
  readonly by: NamedWho | null;
  readonly before: RecordState | undefined;
  readonly after: RecordState;
  readonly at: number;
}

/** Whether anybody is told, by a decision, of whom they may not know, or of what they are not told. */
export function* toldBreaches(
  model: Model,
  { known }: MemoryAuthority,
  { people }: Directory,
  { command, by, before, after, at }: Taken,
): Generator<ModelBreach> {
  for (const { who: reader } of people) {
    if (!model.readsSome(reader, after, known, at)) continue;
    const decision = toldDecision(model, reader, { key: 'k', command, by, at }, after, known);
    if (decision !== null) yield* hiddenIn(decision, model, people, reader, after, at);
    else if (by !== null && before !== undefined && standsAlike(model, known, reader, before, after, at)) {
      // Both at one moment, so that only the decision can differ.
      const [was, is] = [before, after].map((state) => JSON.stringify(toldFacts(model, reader, state, known, at)));
      if (was !== is)
        yield {
          law: 'silent',
          says: `${reader.id} is told nothing of ${command.decision.name}, and yet of other facts.`,
        };
    }
  }
}

/** Whether somebody has the same seats and rights before and after: whoever has others is told other facts. */
const standsAlike = (
  model: Model,
  known: Known,
  who: AnyWho,
  before: RecordState,
  after: RecordState,
  at: number,
): boolean => {
  const names = model.sectionNames(after, known);
  return standing(model, who, before, names, at) === standing(model, who, after, names, at);
};

/** Whether anybody is told, by a record's facts, of whom they may not know. */
export function* factsBreaches(
  model: Model,
  { known }: MemoryAuthority,
  { people }: Directory,
  state: RecordState,
  at: number,
): Generator<ModelBreach> {
  for (const { who: reader } of people) {
    if (!model.readsSome(reader, state, known, at)) continue;
    yield* hiddenIn(toldFacts(model, reader, state, known, at), model, people, reader, state, at);
  }
}

/** Whether what a reader is told holds the id, or the name, of somebody of whom they may not know. */
function* hiddenIn(
  told: unknown,
  model: Model,
  people: readonly NamedWho[],
  reader: AnyWho,
  state: RecordState,
  at: number,
): Generator<ModelBreach> {
  const texts = new Set(textsIn(told));
  const hidden = people.find(
    ({ who, name }) =>
      who.id !== reader.id && (texts.has(who.id) || texts.has(name)) && !isSeen(model, reader, who, state, at),
  );
  if (hidden !== undefined)
    yield {
      law: 'unseen',
      says: `${reader.id} is told of ${hidden.who.id} at ${state.record}, of whom they may not know.`,
    };
}
