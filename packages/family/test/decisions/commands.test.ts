import { type DecisionCommand, decisionWords, newRecordsOf, parseCommand, registerFamily } from '@caseweave/family';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { practitioner } from '../rights/fixtures.ts';
import { addPerson, allocate, child, family, id, join, leave, mother, register } from './fixtures.ts';

const all: readonly DecisionCommand[] = [
  register(),
  addPerson(mother),
  join('school'),
  leave('school'),
  allocate('east'),
];
const section = (record: string, name: string, at = 9) => ({ record, name, section: id(at) });
const withSections = (...sections: readonly object[]) => ({ ...register(), sections });

test('[D1] a command comes back from JSON as it was', () => {
  for (const command of all)
    expect(parseCommand(JSON.parse(JSON.stringify(command)))).toEqual({ type: 'command', command });
});

test.for([
  ['no object', 'register'],
  ['an unknown type', { type: 'erase', record: family }],
  ['a member that is not known here', { ...leave('school'), force: true }],
  ['an id in another spelling', { ...leave('school'), record: family.replace(/A$/, 'B') }],
  ['an id of another length', { ...leave('school'), record: 'short' }],
  ['a principal that cannot sign in', leave('no one')],
  ['an end that is no moment', { ...join('school'), until: 1.5 }],
  ['an empty hub', allocate('')],
  ['a hub with what no store keeps', allocate('ea\u0000st')],
  ['a hub with half a character', allocate('east\ud800')],
  [
    'a person twice',
    {
      ...register(),
      persons: [child, child].map((person) => ({ person, role: 'child', household: null, isNew: true })),
    },
  ],
  ['the family as its own person', { ...addPerson(family) }],
  [
    'more people than a family has',
    {
      ...register(),
      persons: Array.from({ length: 61 }, (_, at) => ({
        person: id(at + 20),
        role: 'child',
        household: null,
        isNew: true,
      })),
    },
  ],
  ['a section of a record that is not created', withSections(section(mother, 'person.identity'))],
  ['a section of the other kind of record', withSections(section(family, 'person.identity'))],
  ['a section that no record has', withSections(section(family, 'safety.secret'))],
  ['a section twice', withSections(section(child, 'person.voice'), section(child, 'person.voice', 10))],
  ['a section id twice', withSections(section(child, 'person.voice'), section(child, 'person.identity'))],
  ['a section with the id of a record', withSections({ record: child, name: 'person.voice', section: family })],
] as const)('[D1] refuses %s', ([, json]) => {
  const parsed = parseCommand(json);
  expect(parsed).toMatchObject({ type: 'refused' });
  if (parsed.type === 'refused') expect(parsed.refusals[0]?.code).toBe('malformed');
});

test('[D1] whatever the JSON, it is read or refused, and what stands in it is not repeated', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(['command', 'refused']).toContain(parseCommand(json).type);
    }),
  );
  for (const json of [
    { ...leave('school'), principal: 'Canary Canaryson' },
    { ...leave('school'), Canary: 1 },
    'Canary',
    { type: 'Canary' },
  ])
    expect(JSON.stringify(parseCommand(json))).not.toContain('Canary');
});

test('[D2] the sections that a registration may name are those of its new records', () => {
  const command = {
    ...withSections(
      section(family, 'plan.shared', 9),
      section(family, 'notes.oak-school', 10),
      section(family, 'safety.intelligence', 11),
      section(child, 'person.identity', 12),
    ),
  };
  expect(parseCommand(command)).toMatchObject({ type: 'command' });
  expect(newRecordsOf(command as DecisionCommand)).toEqual(
    new Map([
      [family, 'family'],
      [child, 'person'],
    ]),
  );
});

test('[D2] a registration made for its author names what they may write in, and is well formed', () => {
  let made = 30;
  const me = practitioner('me', 'la_early_help');
  const command = registerFamily(
    me,
    {
      hub: 'east',
      lead: 'me',
      persons: [
        { role: 'child', household: 'home' },
        { person: mother, role: 'adult', household: 'home' },
      ],
    },
    () => id(made++),
  );
  expect(parseCommand(command)).toEqual({ type: 'command', command });
  const names = command.sections.map(({ name }) => name).toSorted();
  expect(names).toEqual([
    'chronology.shared',
    'notes.agency-of-me',
    'person.identity',
    'person.location',
    'plan.practice',
    'plan.shared',
  ]);
  expect(command.persons.map(({ isNew }) => isNew)).toEqual([true, false]);
});

test('[D8] commands are told in plain words, by name where names are known', () => {
  const names = {
    practitioner: (who: string) => (who === 'school' ? 'Claire Bennett' : undefined),
    hub: () => 'East',
  };
  expect(all.map((command) => decisionWords(command, names))).toEqual([
    'The family is registered with 1 person',
    'A child is registered in the family',
    'Claire Bennett joins the team',
    'Claire Bennett leaves the team',
    'The family is allocated to East',
  ]);
  expect(decisionWords(join('school', Date.UTC(2027, 5, 30)))).toBe('A practitioner joins the team until 30 June 2027');
  expect(decisionWords(register('lead', 'east'), names)).toBe('The family is registered with 1 person at East');
});
