import { indexOf, type Model, type RecordState } from '@caseweave/model';
import type { ReadableRecord } from './reading.ts';

/** What ids that somebody wrote in a record may lead to, and no further. */
export interface Around {
  /** The record, and those that link to it and of which the viewer may read something. */
  readonly states: readonly RecordState[];
  /** The records that these link to, and those that link to it. */
  readonly links: ReadonlySet<string>;
}

/** Finds what is around a record. A record that the viewer may not read leads to nobody. */
export async function around(
  model: Model,
  { id }: ReadableRecord,
  ask: {
    state(record: string): Promise<RecordState | undefined>;
    isReadable(record: string): Promise<boolean>;
  },
): Promise<Around> {
  const state = await ask.state(id);
  if (state === undefined) return { states: [], links: new Set() };
  const linking = await Promise.all(
    state.linkedFrom.map(async ({ record }) => ((await ask.isReadable(record)) ? await ask.state(record) : undefined)),
  );
  const states = [state, ...linking.filter((one) => one !== undefined)];
  return { states, links: new Set(states.flatMap((one) => [one.record, ...(indexOf(model, one)?.links ?? [])])) };
}
