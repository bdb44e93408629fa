import { addDays, ageOn, type Ethnicity } from '@caseweave/family';
import { recordIdFrom } from '@caseweave/protocol';
import { entityIds } from '@caseweave/record';
import { namePools, type NamePool } from './names.ts';
import type { AgencyId } from './places.ts';
import type { Random } from './random.ts';

/** Somebody in a family. */
export interface DemoPerson {
  readonly record: string;
  readonly role: 'child' | 'adult';
  readonly given: string;
  readonly surname: string;
  readonly sex: 'F' | 'M' | 'U';
  /** Null for a child that is not born yet. */
  readonly dateOfBirth: string | null;
  readonly expectedBirthDate: string | null;
  /** Completed years; -1 for a child that is not born yet. */
  readonly age: number;
  readonly household: string;
  readonly placeOfLearning: AgencyId | null;
}

/** The people of a family; the first adult is the main carer. */
export interface DemoPeople {
  readonly surname: string;
  readonly ethnicity: Ethnicity;
  readonly language: string;
  readonly carer: DemoPerson;
  readonly adults: readonly DemoPerson[];
  readonly children: readonly DemoPerson[];
}

/** Who is in a family whose names and ages are set by hand. */
export interface FixedPeople {
  readonly pool: NamePool;
  readonly surname: string;
  readonly carer: string;
  readonly otherParent: string;
  readonly primarySchool: AgencyId;
  readonly children: readonly { readonly given: string; readonly sex: 'F' | 'M'; readonly age: number }[];
}

const childCounts = [1, 1, 2, 2, 2, 3, 3, 4, 5] as const;

/** Makes up the people of a family. */
export function peopleOf(random: Random, today: string, fixed?: FixedPeople): DemoPeople {
  const pool = fixed?.pool ?? random.pick(namePools);
  const surname = fixed?.surname ?? random.pick(pool.families);
  const home = entityIds(random.bytes)();
  const primary = fixed?.primarySchool ?? (random.chance(0.5) ? 'canalside-primary' : 'st-cedds-primary');
  const used = new Set<string>();
  const name = (names: readonly [string, ...string[]]): string => {
    const left = names.filter((candidate) => !used.has(candidate));
    const [first, ...rest] = left.length === 0 ? names : left;
    const chosen = random.pick([first ?? names[0], ...rest]);
    used.add(chosen);
    return chosen;
  };
  const born = (age: number): string => addDays(today, -Math.round(age * 365.25) - random.int(20, 340));
  const adult = (sex: 'F' | 'M', given: string, household: string): DemoPerson => {
    const dateOfBirth = born(random.int(23, 44));
    return {
      record: recordIdFrom(random.bytes(16)),
      role: 'adult',
      given,
      surname,
      sex,
      dateOfBirth,
      expectedBirthDate: null,
      age: ageOn(dateOfBirth, today),
      household,
      placeOfLearning: null,
    };
  };
  const child = (sex: 'F' | 'M', given: string, age: number): DemoPerson => {
    const dateOfBirth = born(age);
    const years = ageOn(dateOfBirth, today);
    return {
      record: recordIdFrom(random.bytes(16)),
      role: 'child',
      given,
      surname,
      sex,
      dateOfBirth,
      expectedBirthDate: null,
      age: years,
      household: home,
      placeOfLearning: placeOfLearning(years, primary),
    };
  };

  const carerSex = fixed !== undefined || random.chance(0.85) ? 'F' : 'M';
  const carer = adult(carerSex, fixed?.carer ?? name(carerSex === 'F' ? pool.women : pool.men), home);
  const adults = [carer];
  if (fixed !== undefined || random.chance(0.62)) {
    const household = fixed === undefined && random.chance(0.6) ? home : entityIds(random.bytes)();
    const sex = carerSex === 'F' ? 'M' : 'F';
    adults.push(adult(sex, fixed?.otherParent ?? name(sex === 'F' ? pool.women : pool.men), household));
  }
  const children =
    fixed?.children.map(({ sex, given, age }) => child(sex, given, age)) ??
    Array.from({ length: random.pick(childCounts) }, () => {
      const sex = random.chance(0.5) ? 'F' : 'M';
      return child(sex, name(sex === 'F' ? pool.girls : pool.boys), random.int(0, 16));
    }).toSorted((a, b) => b.age - a.age);
  if (fixed === undefined && carerSex === 'F' && random.chance(0.08)) {
    children.push({
      record: recordIdFrom(random.bytes(16)),
      role: 'child',
      given: 'Baby',
      surname,
      sex: 'U',
      dateOfBirth: null,
      expectedBirthDate: addDays(today, random.int(20, 160)),
      age: -1,
      household: home,
      placeOfLearning: null,
    });
  }
  return { surname, ethnicity: pool.ethnicity, language: pool.language, carer, adults, children };
}

function placeOfLearning(age: number, primary: AgencyId): AgencyId | null {
  if (age < 2) return null;
  if (age < 4) return 'little-oaks-nursery';
  return age < 11 ? primary : 'moorfield-academy';
}
