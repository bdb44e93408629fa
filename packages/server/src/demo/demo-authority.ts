import { recordsOf } from './demo-family.ts';
import type { DemoRecord } from './demo-record.ts';
import { caseOf } from './family-case.ts';
import { peopleOf } from './family-people.ts';
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
  /** Made as they are taken, a family before its people: thousands need no more memory than one. */
  readonly records: Iterable<DemoRecord>;
}

/** Makes up an authority. */
export function demoAuthority({ seed, families, today }: DemoOptions): DemoAuthority {
  return { hubs, agencies, practitioners, records: { [Symbol.iterator]: () => allRecords(seed, families, today) } };
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
    const random = randomFrom(`${seed}/${place}`);
    const hub = hubs[place % hubs.length]?.id ?? hubs[0].id;
    const turn = Math.floor(place / hubs.length);
    const family = place === 0 ? okafor(random, today) : caseOf(random, { today, hub, turn }, peopleOf(random, today));
    yield* recordsOf(family, numbers, { twoDates: place % 6 === 0, struckNeed: place % 9 === 2 });
  }
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
