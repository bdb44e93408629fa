import type { AgencyKind } from '../../code-lists/agency-kinds.ts';
import { sectionNames } from '../section-for.ts';
import type { Principal, RecordFacts } from './facts.ts';
import { may } from './may.ts';
import { seatsOf } from './seats.ts';

/** Agencies whose part in a team tells of a need that the family may not know of, or may not speak of. */
const sensitiveAgencies: readonly AgencyKind[] = [
  'domestic_abuse',
  'substance_misuse',
  'probation',
  'adult_mental_health',
];

/** How somebody is named to those who may not know that they work with the family. */
export const hiddenPractitioner = { id: 'practitioner', name: 'A practitioner' } as const;

/**
 * Tells whether a reader may know that a practitioner has to do with a record. Everything that names somebody asks here:
 * the team, decisions, authors, presence.
 *
 * The lead is known to all, and whoever decides about the record knows everyone. Else a member's own list counts; without
 * one, a sensitive agency is hidden from the family. Around a person, each of their families must allow it.
 */
export function seesPractitioner(
  reader: Principal,
  other: Pick<Principal, 'id' | 'agency'>,
  facts: RecordFacts,
  at: number,
): boolean {
  if (reader.id === other.id) return true;
  return [facts, ...facts.families].every((around) => seesAround(reader, other, around, at));
}

function seesAround(
  reader: Principal,
  other: Pick<Principal, 'id' | 'agency'>,
  around: RecordFacts,
  at: number,
): boolean {
  if (around.lead === other.id || decidesAround(reader, around, at)) return true;
  // Who has left is as hidden as they were: what they wrote stays.
  const times = around.team.filter(({ principal }) => principal === other.id);
  const named = times.flatMap(({ visibleTo }) => visibleTo ?? []);
  if (times.some(({ visibleTo }) => visibleTo != null)) return named.includes(reader.id);
  return !isSensitive(other) || reader.kind === 'practitioner';
}

const isSensitive = ({ agency }: Pick<Principal, 'agency'>): boolean =>
  agency !== null && sensitiveAgencies.includes(agency.kind);

function decidesAround(reader: Principal, around: RecordFacts, at: number): boolean {
  const seats = seatsOf(reader, around, at);
  return seats.has('lead') || seats.has('manager');
}

/**
 * Tells whether a reader may know the hub of a family: it tells where a protected person is, so it is as hidden as their
 * address is, except from those who decide about the family there.
 *
 * @param persons - the facts of the people of the family
 */
export function seesHub(reader: Principal, family: RecordFacts, persons: readonly RecordFacts[], at: number): boolean {
  if (family.hub === null || decidesAround(reader, family, at)) return true;
  return persons.every((person) => !person.protectedLocation || may(reader, 'read', 'person.location', person, at));
}

/** Tells whether a reader may know that a person is in a family: they may read something of the person. */
export const seesPerson = (reader: Principal, person: RecordFacts, at: number): boolean =>
  sectionNames.person.some((name) => may(reader, 'read', name, person, at));
