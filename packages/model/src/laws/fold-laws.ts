import { carryOut } from '../commands/carry-out.ts';
import type { Command } from '../commands/command.ts';
import { foldEntries } from '../commands/fold-entries.ts';
import type { MemoryAuthority } from '../memory/authority.ts';
import type { Model } from '../model/model.ts';
import type { RecordState } from '../records/record-state.ts';
import type { ModelBreach } from './law.ts';
import { sameJson } from './same-json.ts';

/** Whether a command can be carried out on what is decided, whoever might decide it. */
export function* totalBreaches(
  model: Model,
  command: Command,
  state: RecordState | undefined,
  by: { readonly who: string | null; readonly at: number },
): Generator<ModelBreach> {
  const fits = command.decision.type === 'opening' || state?.kind === command.decision.kind;
  if (!fits) return;
  try {
    const { state: after, begun } = carryOut(model, command, state, by);
    for (const { record, facts } of [after, ...begun])
      if (!sameJson(facts, JSON.parse(JSON.stringify(facts ?? null)))) {
        yield { law: 'plain', says: `The facts of ${record} hold what JSON does not carry.` };
      }
  } catch (error) {
    yield { law: 'total', says: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether the log of a record folds into its facts. */
export function* replayBreaches(model: Model, authority: MemoryAuthority, state: RecordState): Generator<ModelBreach> {
  const kind = model.kinds.get(state.kind);
  if (kind === undefined) return;
  const folded = foldEntries(model, kind, state.record, authority.entriesOf(state.record));
  if (folded.type === 'not-understood')
    yield { law: 'replay', says: `The entries of ${state.record} are not understood: ${folded.why}.` };
  else if (!sameJson(folded.facts, state.facts))
    yield { law: 'replay', says: `The entries of ${state.record} fold into other facts than were decided.` };
}
