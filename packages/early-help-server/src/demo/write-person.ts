import {
  addDays,
  nhsCheckDigit,
  upnCheckLetter,
  type personHealth,
  type personIdentity,
  type personLocation,
  type personVoice,
} from '@caseweave/family';
import type { AuthoredSection } from './authored-section.ts';
import { agencyName, workTime, type FamilyCase } from './family-case.ts';
import type { DemoPerson } from './family-people.ts';
import type { DemoPractitioner } from './practitioners.ts';
import type { Random } from './random.ts';

/** An NHS number of the range that is kept for tests, a different one for each number up to half a million. */
function testNhsNumber(number: number): string {
  // Spread over the range in pairs: of an even number and the next, one always begins an NHS number.
  const even = ((number * 7_919) % 500_000) * 2;
  for (const serial of [even, even + 1]) {
    const nine = `999${String(serial).padStart(6, '0')}`;
    const digit = nhsCheckDigit(nine);
    if (digit !== undefined) return `${nine}${digit}`;
  }
  throw new RangeError('Neither of two neighbours begins an NHS number.');
}

/** A UPN of a school that does not exist, a different one for each number given. */
function madeUpUpn(number: number, dateOfBirth: string): string {
  const establishment = String(9_000 + Math.floor(number / 1_000)).padStart(4, '0');
  const year = String((Number(dateOfBirth.slice(0, 4)) + 4) % 100).padStart(2, '0');
  const twelve = `336${establishment}${year}${String(number % 1_000).padStart(3, '0')}`;
  return `${upnCheckLetter(twelve)}${twelve}`;
}

/** Writes who a person is. */
export function writeIdentity(
  section: AuthoredSection<typeof personIdentity>,
  family: FamilyCase,
  person: DemoPerson,
  number: number,
): void {
  const { lead, people, random, weeks } = family;
  section.write(lead, workTime(family, weeks * 7), (draft) => {
    draft.givenName = person.given;
    draft.familyName = person.surname;
    draft.sex = person.sex;
    draft.ethnicity = people.ethnicity;
    draft.firstLanguage = people.language;
    if (person.role === 'adult') draft.interpreterNeeded = people.language !== 'English' && random.chance(0.25);
    if (person.dateOfBirth === null) draft.expectedBirthDate = person.expectedBirthDate;
    else {
      draft.dateOfBirth = person.dateOfBirth;
      draft.nhsNumber = testNhsNumber(number);
      draft.disabilities.add(random.chance(0.9) ? 'NONE' : random.pick(['LD', 'HEAR', 'COMM', 'MOB'] as const));
      if (person.role === 'child' && person.age >= 5) draft.upn = madeUpUpn(number, person.dateOfBirth);
    }
  });
}

/** Where the households of a family are. */
export type Addresses = ReadonlyMap<
  string,
  { readonly lines: string; readonly postcode: string; readonly phone: string }
>;

/** Makes up an address for each household of a family. None exists: no post town has the letters of these postcodes. */
export function addressesOf(random: Random, hub: string, persons: readonly DemoPerson[]): Addresses {
  return new Map(
    [...new Set(persons.map(({ household }) => household))].map((household) => [
      household,
      {
        lines: `${random.int(1, 180)} ${random.pick(streets)}, ${hub}`,
        postcode: `ZV${random.int(1, 14)} ${random.int(1, 9)}${random.pick(letters)}${random.pick(letters)}`,
        // The range that the regulator keeps for drama.
        phone: `07700 900${String(random.int(0, 999)).padStart(3, '0')}`,
      },
    ]),
  );
}

const streets = [
  'Lock Keepers Row',
  'Anvil Street',
  'Foundry Close',
  'Park Lane West',
  'Chainmakers Walk',
  'Bell Street',
  'Sycamore Rise',
  'Wharf Road',
  'Tollgate Avenue',
  'Collier Drive',
] as const;
const letters = ['A', 'B', 'D', 'E', 'H', 'J', 'N', 'R', 'T', 'X'] as const;
const practices = [
  'Lockside Surgery',
  'Bell Street Medical Practice',
  'The Orchard Practice',
  'Wharf Road Health Centre',
] as const;

/** Writes where a person is. */
export function writeLocation(
  section: AuthoredSection<typeof personLocation>,
  family: FamilyCase,
  person: DemoPerson,
  addresses: Addresses,
  isProtected: boolean,
): void {
  const { lead, random, today, weeks } = family;
  const address = addresses.get(person.household);
  const from = addDays(today, -random.int(weeks, 300) * 7);
  section.write(lead, workTime(family, weeks * 7 - 1), (draft) => {
    draft.protected = isProtected;
    draft.residences.add({ household: person.household, kind: isProtected ? 'refuge' : 'main', from });
    if (address !== undefined) {
      draft.addresses.add({ lines: address.lines, postcode: address.postcode, from });
      if (person.role === 'adult') draft.phones.add(address.phone);
    }
    draft.gp = random.pick(practices);
    if (person.placeOfLearning !== null) draft.school = agencyName(person.placeOfLearning);
  });
}

/** Writes what the plan needs to know of a child's health. */
export function writeHealth(
  section: AuthoredSection<typeof personHealth>,
  family: FamilyCase,
  author: DemoPractitioner,
): void {
  const { random, today } = family;
  const { name, note } = random.pick(conditions);
  const daysAgo = random.int(10, 60);
  section.write(author, workTime(family, daysAgo), (draft) => {
    draft.conditions.add({ name, note, since: addDays(today, -random.int(100, 900)) });
    draft.contacts.append({ occurredOn: addDays(today, -daysAgo), text: random.pick(contacts) });
  });
}

const conditions: readonly [Condition, ...Condition[]] = [
  { name: 'Asthma', note: 'Blue inhaler at home and in school. Worse in the damp months.' },
  { name: 'Eczema', note: 'Cream twice a day; sleep is better since the new one.' },
  { name: 'Glue ear', note: 'On the list for grommets. Sit near the front.' },
  { name: 'Iron deficiency', note: 'Drops for three months, then another blood test.' },
];

interface Condition {
  readonly name: string;
  readonly note: string;
}

const contacts = [
  'Seen in clinic. Growing well; immunisations are up to date.',
  'Missed appointment; rang and rebooked for a time after the school run.',
  'Seen at home. Sleep and food talked through, leaflet left.',
] as const;

/** Writes down what a child said, in their own words. */
export function writeVoice(
  section: AuthoredSection<typeof personVoice>,
  family: FamilyCase,
  child: DemoPerson,
  author: DemoPractitioner,
): void {
  const { random, today } = family;
  const daysAgo = random.int(4, 40);
  section.write(author, workTime(family, daysAgo), (draft) => {
    draft.words.append({
      occurredOn: addDays(today, -daysAgo),
      words: random.pick(child.age < 9 ? youngWords : olderWords),
      method: child.age < 9 ? random.pick(['spoken', 'drawn'] as const) : 'spoken',
      capturedBy: author.id,
    });
  });
}

const youngWords = [
  'I like it when we all have tea at the table.',
  'My bed is the best place. I want the light to stay on.',
  'Mum was happy at the park. Can we go again?',
  'I do not like shouting. I go under the covers with Teddy.',
] as const;
const olderWords = [
  'I want people to ask me and not just talk about me.',
  'It is better when I know what is going to happen at the weekend.',
  'Do not make a fuss in front of my mates. Just ask me after.',
  'I can do school if somebody gets the little ones up.',
  'I would like my own room but I know it is not that easy.',
] as const;
