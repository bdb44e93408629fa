import { may, type Principal, type RecordFacts } from '@caseweave/family';

/**
 * Whether a reader would be told the same of a record. A decision that changes nothing for them is not told at all:
 * that something was decided about somebody else is not theirs to know.
 */
export function sameDescription(
  reader: Principal,
  before: { facts: RecordFacts; at: number },
  after: { facts: RecordFacts; at: number },
): boolean {
  return JSON.stringify(described(reader, before)) === JSON.stringify(described(reader, after));
}

function described(reader: Principal, { facts, at }: { readonly facts: RecordFacts; readonly at: number }) {
  if (facts.kind === 'person') {
    return facts.families
      .filter((family) => may(reader, 'read', 'plan.shared', family, at))
      .map(({ record }) => record);
  }
  const { hub, lead, team, persons } = facts;
  const members = team
    .filter(({ from, to }) => from <= at && (to === null || at < to))
    .map(({ principal }) => principal);
  return [hub, lead, members.toSorted(), persons.map(({ person, role }) => `${person}/${role}`).toSorted()];
}
