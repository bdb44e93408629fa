import { recordsOf } from './demo-family.ts';
import type { DemoRecord } from './demo-record.ts';
import type { FamilyAccountId } from './family-account-ids.ts';
import { caseOf, type FamilyCase } from './family-case.ts';
import { peopleOf, type DemoPerson } from './family-people.ts';
import { namePools } from './names.ts';
import { agencies, hubs, type DemoAgency, type DemoHub } from './places.ts';
import { practitionerOf, practitioners, type DemoPractitioner } from './practitioners.ts';
import { randomFrom } from './random.ts';

/** What a demo authority is made from: the same gives the same, to the byte. */
export interface DemoOptions {
  readonly seed: string;
  readonly families: number;
  /** The calendar date around which dates lie. */
  readonly today: string;
}

/** A made-up authority with hubs, agencies, practitioners and families. No one in it exists. */
export interface DemoAuthority {
  readonly hubs: readonly DemoHub[];
  readonly agencies: readonly DemoAgency[];
  readonly practitioners: readonly DemoPractitioner[];
  readonly accounts: readonly DemoAccount[];
  /** Made as they are taken, a family before its people: thousands need no more memory than one. */
  readonly records: Iterable<DemoRecord>;
}

/** Somebody of a family who signs in. */
interface DemoAccount {
  readonly id: FamilyAccountId;
  readonly name: string;
  readonly kind: 'family-adult' | 'young-person';
  /** Their record. */
  readonly person: string;
}

/** Makes up an authority. */
export function demoAuthority({ seed, families, today }: DemoOptions): DemoAuthority {
  const accounts = accountsOf(seed, families, today);
  return {
    hubs,
    agencies,
    practitioners,
    accounts,
    records: { [Symbol.iterator]: () => allRecords(seed, families, today) },
  };
}

function* allRecords(seed: string, families: number, today: string): Iterator<DemoRecord> {
  let count = 0;
  const numbers = {
    next: (): number => {
      count += 1;
      return count;
    },
  };
  for (let place = 0; place < families; place += 1) {
    const family = { ...familyAt(seed, place, today), alsoHere: childOfAnother(seed, place, today) };
    yield* recordsOf(family, numbers, { twoDates: place % 6 === 0, struckNeed: place % 9 === 2 });
  }
}

function familyAt(seed: string, place: number, today: string): FamilyCase {
  const random = randomFrom(`${seed}/${place}`);
  const hub = hubs[place % hubs.length]?.id ?? hubs[0].id;
  const turn = Math.floor(place / hubs.length);
  return place === 0 ? okafor(random, today) : caseOf(random, { today, hub, turn }, peopleOf(random, today));
}

/** Every eleventh family has a child of an earlier one of its hub with it: each parent has a plan, and the child is in both. */
function childOfAnother(seed: string, place: number, today: string): DemoPerson | null {
  if (place % 11 !== 10) return null;
  const [here, earlier] = [familyAt(seed, place, today), familyAt(seed, place - hubs.length, today)];
  // Nobody is in two families where one may not know where the other lives.
  return here.isProtected || earlier.isProtected ? null : (earlier.people.children.at(-1) ?? null);
}

/** The families' own people who may sign in: both parents of the first family, and the first young person of another. */
function accountsOf(seed: string, families: number, today: string): readonly DemoAccount[] {
  const [carer, otherParent] = familyAt(seed, 0, today).people.adults;
  const young = Array.from({ length: Math.min(families, hubs.length) - 1 }, (_, place) =>
    familyAt(seed, place + 1, today),
  )
    .filter(({ isProtected }) => !isProtected)
    .flatMap(({ people }) => people.children)
    .find(({ age }) => age >= 13);
  const account = (id: DemoAccount['id'], kind: DemoAccount['kind'], person: DemoPerson | undefined): DemoAccount[] =>
    person === undefined ? [] : [{ id, kind, name: `${person.given} ${person.surname}`, person: person.record }];
  return [
    ...account('family-adult-1', 'family-adult', carer),
    ...account('family-adult-2', 'family-adult', otherParent),
    ...account('young-person-1', 'young-person', young),
  ];
}

// The family of the guides and the tests: a team of several agencies with different rights, all in one plan.
function okafor(random: ReturnType<typeof randomFrom>, today: string) {
  const people = peopleOf(random, today, {
    pool: namePools[0],
    surname: 'Okafor',
    carer: 'Chioma',
    otherParent: 'Emeka',
    primarySchool: 'canalside-primary',
    children: [
      { given: 'Tobi', sex: 'M', age: 9 },
      { given: 'Ada', sex: 'F', age: 2 },
    ],
  });
  return caseOf(random, { today, hub: 'bilsbrook', turn: 0 }, people, {
    situations: ['attendance', 'speech', 'way-to-school', 'low-mood', 'damp'],
    team: ['early-help-1', 'school-1', 'health-visitor-1', 'police-1', 'housing-1'].map(practitionerOf),
    weeks: 16,
  });
}
