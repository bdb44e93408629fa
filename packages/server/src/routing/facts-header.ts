import { type AnyWho, type Known, type RecordState, toldFacts } from '@caseweave/model';
import type { FactsHeader, RecordId } from '@caseweave/protocol';
import type { ModelInUse } from '../model/model-in-use.ts';

/** What is decided about a record, for the devices of somebody who may read something of it. */
export function factsHeader(
  model: ModelInUse,
  reader: AnyWho,
  state: RecordState,
  known: Known,
  at: number,
): FactsHeader {
  const { record, kind } = state;
  return { record: record as RecordId, kind, facts: JSON.stringify(toldFacts(model.now, reader, state, known, at)) };
}
