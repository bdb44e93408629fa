import { higher, holds, levelOf, lower, type Act, type Level } from './act.ts';
import type { Principal, RecordFacts } from './facts.ts';
import { agencyOfNotes, rowOf } from './section-row.ts';
import { agencySeats, councilKinds, type Seat } from './seat.ts';
import { isCurrent, seatsOf } from './seats.ts';
import { defaultRights, type Cell, type RightsTable } from './table.ts';

/** What a principal may do with a section, all acts at once. */
export interface Acts {
  readonly read: boolean;
  readonly write: boolean;
  readonly append: boolean;
}

/**
 * Tells whether a principal may act on a section of a record at a moment. What nothing allows is not allowed.
 *
 * `write` holds `append`, and both hold `read`; `decide` is the lead's and the manager's, where they may read.
 */
export function may(
  principal: Principal,
  act: Act,
  section: string,
  facts: RecordFacts,
  at: number,
  table: RightsTable = defaultRights,
): boolean {
  if (act !== 'decide') return holds(levelFor(principal, section, facts, at, table), act);
  const seats = seatsOf(principal, facts, at);
  const decides = seats.has('lead') || seats.has('manager');
  return decides && holds(levelFor(principal, section, facts, at, table), 'read');
}

/** What a principal may do with a section of a record at a moment. */
export function actsOn(
  principal: Principal,
  section: string,
  facts: RecordFacts,
  at: number,
  table: RightsTable = defaultRights,
): Acts {
  const level = levelFor(principal, section, facts, at, table);
  return { read: holds(level, 'read'), write: holds(level, 'write'), append: holds(level, 'append') };
}

function levelFor(principal: Principal, section: string, facts: RecordFacts, at: number, table: RightsTable): Level {
  const row = rowOf(section, facts.kind);
  if (row === undefined || isBarred(principal, facts)) return 'none';
  const asked = { principal, section, facts, at };
  const granted = grantedLevel(asked);
  let level: Level = row === 'person.location' && isNameable(asked) ? granted : 'none';
  const seats = seatsOf(principal, facts, at);
  const ofAgency = seatOfNamed(principal);
  for (const [seat, cell] of Object.entries(table[row]) as [Seat, Cell][]) {
    // A grant names a person who need not be in the team: it stands in for the place of their agency.
    const sits = seats.has(seat) || (cell.when === 'named' && ofAgency === seat);
    if (sits) level = higher(level, cellLevel(cell, granted, asked));
  }
  return level;
}

interface Asked {
  readonly principal: Principal;
  readonly section: string;
  readonly facts: RecordFacts;
  readonly at: number;
}

// Whom one family's record is closed to must not learn of it through the records of its people.
const isBarred = (principal: Principal, facts: RecordFacts): boolean =>
  [facts, ...facts.families].some((around) => around.barred.includes(principal.id));

function grantedLevel({ principal, section, facts, at }: Asked): Level {
  let level: Level = 'none';
  for (const grant of facts.grants) {
    if (grant.principal === principal.id && grant.section === section && isCurrent(grant, at)) {
      level = higher(level, levelOf(grant.act));
    }
  }
  return level;
}

function seatOfNamed({ kind, agency }: Principal): Seat | undefined {
  if (kind !== 'practitioner' || agency === null) return undefined;
  return agency.kind === 'la_social_care' ? 'social-worker' : agencySeats[agency.kind];
}

function cellLevel({ level, when }: Cell, granted: Level, asked: Asked): Level {
  const { principal, section, facts } = asked;
  // Where a protected person is, is for those who are named, whatever the table says.
  if (section === 'person.location' && facts.protectedLocation) return 'none';
  if (when === undefined) return level;
  switch (when) {
    case 'named':
      return lower(level, granted);
    case 'own-agency':
      return agencyOfNotes(section) === principal.agency?.id ? level : 'none';
    case 'own-council':
      return isOwnCouncil(asked) ? level : 'none';
    case 'own-household':
      return livesWith(principal, facts) ? level : 'none';
    case 'own':
      return principal.person === facts.record ? level : 'none';
    case 'as-chosen':
      return facts.voiceAudience.includes(principal.id) ? level : 'none';
    case 'unless-protected':
      // Seen above.
      return level;
  }
}

const isOwnCouncil = ({ principal: { agency }, section }: Asked): boolean =>
  agency !== null && councilKinds.includes(agency.kind) && agencyOfNotes(section) === agency.id;

function livesWith(principal: Principal, facts: RecordFacts): boolean {
  if (principal.person === undefined) return false;
  if (principal.person === facts.record) return true;
  return facts.families.some(({ persons }) => {
    const mine = persons.find(({ person }) => person === principal.person)?.household;
    const theirs = persons.find(({ person }) => person === facts.record)?.household;
    return mine !== undefined && mine !== null && mine === theirs;
  });
}

// No naming reaches a member of the family from outside the household.
const isNameable = ({ principal, facts }: Asked): boolean =>
  principal.kind === 'practitioner' ||
  (principal.kind === 'family-adult' && livesWith(principal, facts)) ||
  principal.person === facts.record;
