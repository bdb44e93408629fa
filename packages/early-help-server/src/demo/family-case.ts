import { addDays, type AgencyKind } from '@caseweave/family';
import { agencies, type AgencyId } from './places.ts';
import type { DemoPeople, DemoPerson } from './family-people.ts';
import { practitioners, type DemoPractitioner } from './practitioners.ts';
import type { Random } from './random.ts';
import type { Doer, Situation, Ways } from './situations/situation.ts';
import { situations } from './situations/situations.ts';

/** Something that this family struggles with, whom it is about, and who saw it. */
export interface CaseNeed {
  readonly situation: Situation;
  readonly child: DemoPerson;
  readonly author: DemoPractitioner;
}

/** A family with its team and its needs: what the sections are written from. */
export interface FamilyCase {
  readonly random: Random;
  readonly today: string;
  readonly hub: string;
  readonly people: DemoPeople;
  /** A child of another family who is in this one too. */
  readonly alsoHere: DemoPerson | null;
  readonly lead: DemoPractitioner;
  /** Everybody who works with the family, the lead among them. */
  readonly team: readonly DemoPractitioner[];
  readonly manager: DemoPractitioner;
  readonly needs: readonly CaseNeed[];
  /** How many weeks ago the work began. */
  readonly weeks: number;
  /** How likely it is that a need is already met. */
  readonly metShare: number;
  /** Whether where the family lives is known to named people only. */
  readonly isProtected: boolean;
}

const kinds = new Map<AgencyId, AgencyKind>(agencies.map(({ id, kind }) => [id, kind]));
const names = new Map<AgencyId, string>(agencies.map(({ id, name }) => [id, name]));

/** The kind of a practitioner's agency. */
export const kindOf = ({ agency }: DemoPractitioner): AgencyKind => kinds.get(agency) ?? 'other';
/** The name of an agency. */
export const agencyName = (agency: AgencyId): string => names.get(agency) ?? agency;

/** What a family is given beforehand, where it is not left to chance. */
export interface FixedCase {
  readonly situations: readonly string[];
  readonly team: readonly DemoPractitioner[];
  readonly weeks: number;
}

/** When and where a family is worked with. */
export interface Circumstances {
  readonly today: string;
  readonly hub: string;
  /** The number of the family in its hub, whose workers take families in turn. */
  readonly turn: number;
}

/** Makes up what a family struggles with, and who works with it. */
export function caseOf(
  random: Random,
  { today, hub, turn }: Circumstances,
  people: DemoPeople,
  fixed?: FixedCase,
): FamilyCase {
  const chosen = chooseSituations(random, people, fixed);
  const workers = some(practitioners.filter((who) => who.hub === hub && who.job.startsWith('Strengthening')));
  const worker = workers[turn % workers.length] ?? workers[0];
  const brought = new Set(chosen.flatMap(({ situation }) => situation.brings));
  const members = fixed?.team ?? [worker, ...[...brought].map((kind) => practitionerFor(random, kind, hub, people))];
  const team = [...new Set(members)];
  // Some families are led by whoever knows them best, not by the council.
  const partners = team.filter((who) => ['school', 'health_visiting'].includes(kindOf(who)));
  const lead =
    fixed === undefined && partners.length > 0 && random.chance(0.25)
      ? random.pick(some(partners))
      : (team[0] ?? worker);
  const manages = practitioners.filter(
    (who) => who.hub === hub && who.roles.some((role) => role !== 'taf_practitioner' && role !== 'social_worker'),
  );
  const isProtected = chosen.some(({ situation }) => situation.key === 'moving-on');
  return {
    random,
    today,
    hub,
    // Whoever frightened the family is no part of its plan.
    people: isProtected ? { ...people, adults: [people.carer] } : people,
    alsoHere: null,
    lead,
    team,
    manager: random.pick(some(manages)),
    needs: chosen.map((need) => ({ ...need, author: seenBy(need.situation, team, lead) })),
    weeks: fixed?.weeks ?? random.int(6, 30),
    metShare: fixed === undefined ? 0.12 : 0,
    isProtected,
  };
}

/** The member of the team who does something; the lead, where nobody of that kind is in it. */
export function doerOf({ people, team, lead }: FamilyCase, doer: Doer): string {
  if (doer === 'carer') return people.carer.record;
  return doer === 'lead' ? lead.id : (team.find((who) => kindOf(who) === doer) ?? lead).id;
}

/** One of several ways to say something, with the names filled in. */
export function say({ random, people }: FamilyCase, ways: Ways, child: DemoPerson): string {
  const school = child.placeOfLearning === null ? 'school' : agencyName(child.placeOfLearning);
  return random
    .pick(ways)
    .replaceAll('{child}', child.given)
    .replaceAll('{carer}', people.carer.given)
    .replaceAll('{school}', school);
}

/** The middle of a working day some days ago, in milliseconds. */
export const workTime = ({ random, today }: Pick<FamilyCase, 'random' | 'today'>, daysAgo: number): number =>
  Date.parse(`${addDays(today, -daysAgo)}T09:00:00Z`) + random.int(0, 7 * 3_600) * 1_000;

// The frightening ones are rarer than the others.
const rarer: ReadonlyMap<string, number> = new Map([
  ['moving-on', 0.22],
  ['drinking', 0.35],
  ['exploitation', 0.5],
]);

function chooseSituations(random: Random, people: DemoPeople, fixed?: FixedCase): Omit<CaseNeed, 'author'>[] {
  const [eldest = people.carer] = people.children;
  const fitting = situations.flatMap((situation): Omit<CaseNeed, 'author'>[] => {
    const { ages, parentsApart } = situation;
    if (parentsApart === true && new Set(people.adults.map(({ household }) => household)).size < 2) return [];
    if (ages === null) return [{ situation, child: eldest }];
    const candidates = people.children.filter(({ age }) => age >= ages[0] && age <= ages[1]);
    return candidates.length === 0 ? [] : [{ situation, child: random.pick(some(candidates)) }];
  });
  if (fixed !== undefined) return fitting.filter(({ situation }) => fixed.situations.includes(situation.key));
  const usual = fitting.filter(({ situation: { key } }) => random.chance(rarer.get(key) ?? 1));
  return random.some(usual, random.int(2, 5));
}

function practitionerFor(random: Random, kind: AgencyKind, hub: string, people: DemoPeople): DemoPractitioner {
  const places = new Set(people.children.map(({ placeOfLearning }) => placeOfLearning));
  const able = practitioners.filter((who) => kindOf(who) === kind);
  const knows = able.filter((who) => places.has(who.agency));
  const near = (knows.length > 0 ? knows : able).filter((who) => who.hub === hub);
  return random.pick(some(near.length > 0 ? near : knows.length > 0 ? knows : able));
}

function seenBy({ brings }: Situation, team: readonly DemoPractitioner[], lead: DemoPractitioner): DemoPractitioner {
  return team.find((who) => brings.includes(kindOf(who))) ?? lead;
}

/** A list that is known to hold something. */
export function some<Item>(items: readonly Item[]): readonly [Item, ...Item[]] {
  const [first, ...rest] = items;
  if (first === undefined) throw new RangeError('The demo authority lacks somebody for a task.');
  return [first, ...rest];
}
