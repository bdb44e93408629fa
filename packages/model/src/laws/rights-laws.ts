import { indexOf, keysOf } from '../answers/record-index.ts';
import type { MemoryAuthority } from '../memory/authority.ts';
import type { Model } from '../model/model.ts';
import type { RecordState } from '../records/record-state.ts';
import type { NamedWho } from '../records/who.ts';
import type { ModelBreach } from './law.ts';
import { standing } from './standing.ts';

/** Whether rights keep to keys and moments, of one record and everybody, from a moment on. */
export function* rightsBreaches(
  model: Model,
  { known }: MemoryAuthority,
  people: readonly NamedWho[],
  state: RecordState,
  at: number,
): Generator<ModelBreach> {
  const index = indexOf(model, state);
  const keys = new Set(index?.keys);
  const names = model.sectionNames(state, known);
  const moments = [state, ...state.linkedFrom].flatMap((one) => indexOf(model, one)?.moments ?? []);
  const later = [...new Set(moments)].filter((moment) => moment > at).toSorted((a, b) => a - b);
  const starts = [at, ...later];
  for (const { who } of people) {
    const found = keysOf(model, who).some((key) => keys.has(key));
    for (const [n, start] of starts.entries()) {
      const end = starts[n + 1] ?? start + 100 * 365 * 24 * 3_600_000;
      const now = standing(model, who, state, names, start);
      if (now !== '' && !found)
        yield { law: 'keys', says: `${who.id} has ${now} at ${state.record} and shares no key with it.` };
      const other = [start + 1, Math.floor((start + end) / 2), end - 1].find(
        (moment) => moment > start && moment < end && standing(model, who, state, names, moment) !== now,
      );
      if (other !== undefined)
        yield {
          law: 'moments',
          says: `${who.id} has "${now}" at ${state.record} at ${start}, and "${standing(model, who, state, names, other)}" at ${other}, with no moment between.`,
        };
    }
  }
}
