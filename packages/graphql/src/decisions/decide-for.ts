import type { AnyDecision } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import { LIMITS } from '../limits/limits.ts';
import type { Asking } from '../viewer/asking.ts';
import type { DecisionOutcomeShape } from './decision-outcome.ts';

/** A decision that an operation asks for. */
export interface AskedDecision {
  readonly decision: AnyDecision;
  /** The record that it is about; null where it begins one. */
  readonly record: string | null;
  /** What was given. Ids of what is new come from the key, so that a repetition is the same command. */
  form(newId: () => string): Json;
  readonly key: string;
  readonly seen?: string | null | undefined;
  readonly reason?: string | null | undefined;
}

/** Has a decision taken for whoever asks, and says what became of it. */
export async function decideFor(asking: Asking, asked: AskedDecision): Promise<DecisionOutcomeShape> {
  const { sources } = asking;
  const viewer = await asking.renew();
  const { key, seen, reason, decision } = asked;
  const base = typeof seen === 'string' ? sources.openVersion(seen) : null;
  if (base === undefined || key === '' || key.length > LIMITS.key)
    return { type: 'not-decided', ...viewer.model.refusal('malformed') };
  const { me, at } = viewer;
  const newId = sources.newRecordIds(me.who.id, key);
  const { name, version } = decision;
  const record = asked.record ?? newId();
  const command = { type: name, version, record, ...(asked.form(newId) as { readonly [name: string]: Json }) };
  const told = await sources.decide({ author: me, command, base, key, at, reason: reason ?? null });
  // What the operation reads after this is read afresh, and so shows what was decided.
  await asking.renew();
  return told.type === 'not-decided' && told.code === 'not-allowed' ? { type: 'not-allowed' } : told;
}
