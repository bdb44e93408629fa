import type { Principal, RecordFacts } from '@caseweave/family';
import type { AnyWho, RecordState } from '@caseweave/model';

/** A record in the form in which GraphQL still asks for it. */
export const recordFactsOf = ({ record, kind, facts, linkedFrom }: RecordState): RecordFacts => ({
  hub: null,
  lead: null,
  team: [],
  grants: [],
  barred: [],
  socialCareOpenTo: [],
  persons: [],
  protectedLocation: false,
  voiceAudience: [],
  ...(facts as Partial<RecordFacts>),
  record,
  kind: kind === 'person' ? 'person' : 'family',
  families: linkedFrom.map(recordFactsOf),
});

/** Somebody who signed in, in the form in which GraphQL still asks for them. */
export const principalOf = (who: AnyWho): Principal => who as Principal;
