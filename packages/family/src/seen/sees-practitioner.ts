import type { RecordState } from '@caseweave/model';
import type { AgencyKind } from '../code-lists/agency-kinds.ts';
import { familiesAround, type FamilyFacts } from '../facts/family-facts.ts';
import type { Principal } from '../facts/principal.ts';
import { decidesAbout } from '../rights/seats.ts';

/** Agencies whose part in a team tells of a need that the family may not know of, or may not speak of. */
const sensitiveAgencies: readonly AgencyKind[] = [
  'domestic_abuse',
  'substance_misuse',
  'probation',
  'adult_mental_health',
];

/** How somebody is named to those who may not know that they work with the family. */
export const hiddenPractitioner = { id: 'practitioner', name: 'A practitioner' } as const;

type Practitioner = Pick<Principal, 'id' | 'agency'>;

/**
 * Tells whether a reader may know that a practitioner has to do with a record. Everything that names somebody asks here:
 * the team, decisions, authors, presence.
 *
 * The lead is known to all, and whoever decides about the record knows everyone. Else a member's own list counts; without
 * one, a sensitive agency is hidden from the family. Around a person, each of their families must allow it.
 */
export function seesPractitioner(reader: Principal, other: Practitioner, state: RecordState, at: number): boolean {
  if (reader.id === other.id) return true;
  const families = familiesAround(state).map(({ facts }) => facts);
  // Of a person who is in no family, the agency alone tells.
  return (families.length === 0 ? [noFamily] : families).every((family) => sees(reader, other, family, at));
}

const noFamily: FamilyFacts = {
  status: 'open',
  hub: null,
  lead: null,
  team: [],
  grants: [],
  barred: [],
  socialCareOpenTo: [],
  persons: [],
};

function sees(reader: Principal, other: Practitioner, around: FamilyFacts, at: number): boolean {
  if (around.lead === other.id || decidesAbout(reader, around, at)) return true;
  // Who has left is as hidden as they were: what they wrote stays.
  const times = around.team.filter(({ principal }) => principal === other.id);
  const named = times.flatMap(({ visibleTo }) => visibleTo ?? []);
  if (times.some(({ visibleTo }) => visibleTo != null)) return named.includes(reader.id);
  return !isSensitive(other) || reader.kind === 'practitioner';
}

/**
 * Tells whether everybody in a family may know of a member of its team. Who may know of somebody asks this before they put
 * them on paper for the family.
 */
export function isKnownToFamily(member: Practitioner, { lead, team }: Pick<FamilyFacts, 'lead' | 'team'>): boolean {
  if (lead === member.id) return true;
  const hasList = team.some(({ principal, visibleTo }) => principal === member.id && visibleTo != null);
  return !hasList && !isSensitive(member);
}

const isSensitive = ({ agency }: Practitioner): boolean => agency !== null && sensitiveAgencies.includes(agency.kind);
