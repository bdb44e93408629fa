import type { Model } from '../model/model.ts';
import type { RecordState } from '../records/record-state.ts';

/** Where a record is looked for, when its rights change by themselves, and what its facts name: all derived from facts. */
export interface RecordIndex {
  readonly keys: readonly string[];
  readonly moments: readonly number[];
  readonly links: readonly string[];
  readonly people: readonly string[];
}

/** The index of a record; null where the kind's code throws or gives what is none, which is told. */
export function indexOf(model: Model, state: RecordState): RecordIndex | null {
  const { index } = model.kinds.get(state.kind) ?? {};
  if (index === undefined) return null;
  let path = '';
  const texts = (name: 'keys' | 'links' | 'people', asked: readonly unknown[]): readonly string[] => {
    path = name;
    if (asked.every((one): one is string => typeof one === 'string')) return [...new Set(asked)];
    throw new TypeError('It gives what is no text.');
  };
  const given = <Answer>(name: keyof RecordIndex, ask: () => Answer): Answer => {
    path = name;
    return ask();
  };
  try {
    const moments = given('moments', () => index.moments(state.facts));
    if (!moments.every((moment) => Number.isSafeInteger(moment))) throw new TypeError('It gives what is no moment.');
    return {
      moments: [...new Set(moments)].toSorted((a, b) => a - b),
      keys: texts(
        'keys',
        given('keys', () => index.keys(state)),
      ),
      links: texts(
        'links',
        given('links', () => index.links(state.facts)),
      ),
      people: texts(
        'people',
        given('people', () => index.people(state.facts)),
      ),
    };
  } catch (error) {
    model.report(`kinds.${state.kind}.index.${path}`, error);
    return null;
  }
}

/** The keys that somebody looks for records by; none where the model's code throws, which is told. */
export function keysOf(model: Model, who: unknown): readonly string[] {
  try {
    return [...new Set(model.who.keys(who))];
  } catch (error) {
    model.report('who.keys', error);
    return [];
  }
}
