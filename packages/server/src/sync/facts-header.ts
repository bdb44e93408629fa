import { describeRecord, type Principal, type Surroundings } from '@caseweave/family';
import type { FactsHeader, RecordId } from '@caseweave/protocol';
import type { LoadedFacts } from '../directory/load-facts.ts';

/** What is decided about a record, in words for the devices of somebody who may read something of it. */
export function factsHeader(reader: Principal, loaded: LoadedFacts, around: Surroundings, at: number): FactsHeader {
  const { record, kind } = loaded.facts;
  return { record: record as RecordId, kind, facts: JSON.stringify(describeRecord(reader, loaded, around, at)) };
}
