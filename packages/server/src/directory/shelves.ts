import type { Principal, RecordFacts } from '@caseweave/family';

/*
 * A shelf is a hub's managers, one principal, or one member of a family: a superset of what its readers may see. It only
 * narrows the search; `may` alone decides. What a principal reads follows from what they are, so it needs no table.
 */

/** The shelves that a principal reads. */
export function shelvesOfPrincipal({ id, roles, hub, person }: Principal): readonly string[] {
  const manages = roles.includes('manager') || roles.includes('hub_coordinator');
  return [
    `p:${id}`,
    ...(manages && hub !== null ? [`h:${hub}`] : []),
    ...(person === undefined ? [] : [`n:${person}`]),
  ];
}

/** The shelves that a record stands on. */
export function shelvesOfRecord(facts: RecordFacts): ReadonlySet<string> {
  const shelves = new Set<string>();
  const people = [
    ...facts.team.map(({ principal }) => principal),
    ...facts.grants.map(({ principal }) => principal),
    ...facts.socialCareOpenTo,
    ...facts.voiceAudience,
    ...(facts.lead === null ? [] : [facts.lead]),
  ];
  for (const principal of people) shelves.add(`p:${principal}`);
  for (const { person } of facts.persons) shelves.add(`n:${person}`);
  if (facts.hub !== null) shelves.add(`h:${facts.hub}`);
  if (facts.kind === 'person') shelves.add(`n:${facts.record}`);
  for (const family of facts.families) for (const shelf of shelvesOfRecord(family)) shelves.add(shelf);
  return shelves;
}
