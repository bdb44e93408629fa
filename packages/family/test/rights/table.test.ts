import { readFileSync } from 'node:fs';
import type { AgencyKind, Principal } from '@caseweave/family';
import { describe, expect, test } from 'vitest';
import { actsOn } from '../early-help.ts';
import { practitioner } from '../people.ts';
import { facts, type Flat, member, personFacts } from '../records.ts';
import { at, familySections, personSections } from './fixtures.ts';
import { printedRights } from './printed-rights.ts';

type Place = readonly [principal: Principal, family: Flat];

const withTeam = (kind: AgencyKind): Place => [practitioner('me', kind), facts({ team: [member('me')] })];
const people: Flat['persons'] = [
  { person: 'child', role: 'child', household: 'home' },
  { person: 'mother', role: 'adult', household: 'home' },
  { person: 'father', role: 'adult', household: 'elsewhere' },
  { person: 'sister', role: 'child', household: 'home' },
];
const inFamily = (kind: 'family-adult' | 'young-person', person: string): Place => [
  { id: 'me', kind, agency: null, roles: [], hub: null, person },
  facts({ persons: people }),
];

const places: Readonly<Record<string, Place>> = {
  lead: [practitioner('me', 'la_early_help'), facts({ lead: 'me' })],
  earlyHelp: withTeam('la_early_help'),
  school: withTeam('school'),
  nursery: withTeam('early_years'),
  health: withTeam('health_visiting'),
  camhs: withTeam('camhs'),
  police: withTeam('police'),
  youthJustice: withTeam('youth_justice'),
  housing: withTeam('housing'),
  voluntary: withTeam('voluntary'),
  idva: withTeam('domestic_abuse'),
  manager: [practitioner('me', 'la_early_help', { roles: ['manager'], hub: 'bilston' }), facts()],
  coordinator: [practitioner('me', 'family_hub', { roles: ['hub_coordinator'], hub: 'bilston' }), facts()],
  managerElsewhere: [practitioner('me', 'la_early_help', { roles: ['manager'], hub: 'tettenhall' }), facts()],
  socialWorker: [practitioner('me', 'la_social_care'), facts({ socialCareOpenTo: ['me'] })],
  mother: inFamily('family-adult', 'mother'),
  father: inFamily('family-adult', 'father'),
  child: inFamily('young-person', 'child'),
  sister: inFamily('young-person', 'sister'),
  stranger: [practitioner('me', 'la_early_help', { hub: 'bilston' }), facts()],
};

// One letter a section: w write, a append only, r read, - nothing. As in the rights table of the safety design.
// shared, practice, words, chronology, own notes, others' notes, domestic abuse, intelligence, oversight
const plain: Readonly<Record<keyof typeof places, string>> = {
  lead: 'wwrww---r',
  earlyHelp: 'wwraw----',
  school: 'w-raw----',
  nursery: 'w-raw----',
  health: 'wwraw----',
  camhs: 'wwraw----',
  police: 'w-raw----',
  youthJustice: 'w-raw----',
  housing: 'w-raw----',
  voluntary: 'w-raw----',
  idva: 'w-raw----',
  manager: 'wwrrr---w',
  coordinator: 'wwrrr---w',
  managerElsewhere: '---------',
  socialWorker: 'rrrr----r',
  mother: 'r-w------',
  father: 'r-w------',
  child: 'r-w------',
  sister: 'r-w------',
  stranger: '---------',
};

// identity, location, health, voice (the child chose nobody)
const ofPerson: Readonly<Record<keyof typeof places, string>> = {
  lead: 'ww--',
  earlyHelp: 'rr--',
  school: 'r---',
  nursery: 'r---',
  health: 'rrw-',
  camhs: 'rrw-',
  police: 'r---',
  youthJustice: 'r---',
  housing: 'r---',
  voluntary: 'r---',
  idva: 'r---',
  manager: 'rr--',
  coordinator: 'rr--',
  managerElsewhere: '----',
  socialWorker: 'rr-r',
  mother: 'rr--',
  father: '----',
  child: 'rrrw',
  sister: '----',
  stranger: '----',
};

function letter(principal: Principal, section: string, record: Flat): string {
  const acts = actsOn(principal, section, record, at);
  if (acts.write) return 'w';
  if (acts.append) return 'a';
  return acts.read ? 'r' : '-';
}

const placed = Object.keys(places);
const placeOf = (name: string): Place => places[name] ?? [practitioner('nobody', 'other'), facts()];

describe('[A2] the rights table', () => {
  test('is printed in the specification as the model has it', () => {
    const spec = readFileSync(new URL('../../SPEC.md', import.meta.url), 'utf8');
    expect(printedRights()).toHaveLength(2);
    for (const printed of printedRights()) expect(spec).toContain(printed);
  });

  test.each(placed)('of a family, for %s', (name) => {
    const [principal, family] = placeOf(name);
    expect(familySections.map((section) => letter(principal, section, family)).join('')).toBe(plain[name]);
  });

  test.each(placed)('of a person, for %s', (name) => {
    const [principal, family] = placeOf(name);
    const record = personFacts([family]);
    expect(personSections.map((section) => letter(principal, section, record)).join('')).toBe(ofPerson[name]);
  });

  const maybeNamed = {
    'safety.domestic-abuse': [
      'lead',
      'earlyHelp',
      'health',
      'camhs',
      'police',
      'youthJustice',
      'idva',
      'manager',
      'coordinator',
      'socialWorker',
      'managerElsewhere',
      'stranger',
    ],
    'plan.practice': [],
    'plan.shared': [],
    oversight: [],
  } as const;
  test.each(Object.entries(maybeNamed))(
    '[A6] naming somebody for %s counts in the columns that say so',
    (section, named) => {
      const reached = placed.filter((name) => {
        const [principal, family] = placeOf(name);
        const grants = [{ principal: 'me', section, act: 'write' as const, from: 0, to: null }];
        return letter(principal, section, { ...family, grants }) !== letter(principal, section, family);
      });
      expect(reached.toSorted()).toEqual([...named].toSorted());
    },
  );

  test('[A6] naming somebody for a person’s health counts for lead, council early help and social worker', () => {
    const grants = [{ principal: 'me', section: 'person.health', act: 'read' as const, from: 0, to: null }];
    const reached = placed.filter((name) => {
      const [principal, family] = placeOf(name);
      return letter(principal, 'person.health', personFacts([family], { grants })) === 'r';
    });
    expect(reached).toEqual([
      'lead',
      'earlyHelp',
      'manager',
      'coordinator',
      'managerElsewhere',
      'socialWorker',
      'child',
      'stranger',
    ]);
  });

  test('[A5] those whom the child chose may hear and write down the words', () => {
    const heard = placed.map((name) => {
      const [principal, family] = placeOf(name);
      return letter(principal, 'person.voice', personFacts([family], { voiceAudience: ['me'] }));
    });
    expect(heard.join('')).toBe('aaaaaa--------rrrw--');
  });
});
