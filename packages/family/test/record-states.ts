import type { FamilyFacts, PersonFacts, RecordFacts } from '@caseweave/family';
import type { RecordState } from '@caseweave/model';

/** What is decided about a record in the form of a model, from the flat form of these tests. */
export function stateOf(flat: RecordFacts): RecordState<FamilyFacts> | RecordState<PersonFacts> {
  const { record, kind, hub, lead, team, barred, socialCareOpenTo, persons, protectedLocation, voiceAudience } = flat;
  const grants = flat.grants.flatMap(({ act, ...grant }) => (act === 'decide' ? [] : [{ ...grant, act }]));
  const linkedFrom = flat.families.map(stateOf);
  return kind === 'family'
    ? {
        record,
        kind,
        facts: { status: 'open', hub, lead, team, grants, barred, socialCareOpenTo, persons },
        linkedFrom: [],
      }
    : { record, kind, facts: { grants, barred, protectedLocation, voiceAudience }, linkedFrom };
}
