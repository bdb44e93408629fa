import { earlyHelp } from '@caseweave/family';
import { begunBy, commandJson, newCommand, nothingKnown, parseCommand, withoutNames } from '@caseweave/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { named, practitioner } from '../people.ts';
import {
  addPerson,
  allocate,
  child,
  commandOf,
  type EarlyHelpJson,
  family,
  id,
  join,
  leave,
  mother,
  register,
} from './fixtures.ts';

const all: readonly EarlyHelpJson[] = [
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
    expect(commandJson(commandOf(JSON.parse(JSON.stringify(command)) as EarlyHelpJson))).toEqual(command);
});

test.for([
  ['no object', 'register'],
  ['an unknown type', { type: 'erase', record: family }],
  ['a member that is not known here', { ...leave('school'), force: true }],
  ['an id in another spelling', { ...leave('school'), record: family.replace(/A$/, 'B') }],
  ['an id of another length', { ...leave('school'), record: 'short' }],
  ['a person whose id is none', { ...addPerson('short') }],
  ['a principal that cannot sign in', leave('no one')],
  ['an end that is no moment', { ...join('school'), until: 1.5 }],
  ['an empty hub', allocate('')],
  ['a hub with what no store keeps', allocate('ea\u0000st')],
  ['a hub with half a character', allocate('east\ud800')],
  ['a household with what no store keeps', { ...addPerson(mother), household: 'ho\u0000me' }],
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
  expect(parseCommand(earlyHelp, json)).toMatchObject({ type: 'refused', refusal: { code: 'malformed' } });
});

test('[D1] whatever the JSON, it is read or refused, and what stands in it is not repeated', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(['command', 'refused']).toContain(parseCommand(earlyHelp, json).type);
    }),
  );
  for (const json of [
    { ...leave('school'), principal: 'Canary Canaryson' },
    { ...leave('school'), Canary: 1 },
    'Canary',
    { type: 'Canary' },
  ])
    expect(JSON.stringify(parseCommand(earlyHelp, json))).not.toContain('Canary');
});

test('[D2] the sections that a registration may name are those of its new records', () => {
  const command = commandOf(
    withSections(
      section(family, 'plan.shared', 9),
      section(family, 'notes.oak-school', 10),
      section(family, 'safety.intelligence', 11),
      section(child, 'person.identity', 12),
    ),
  );
  expect(begunBy(command)).toEqual(
    new Map([
      [family, 'family'],
      [child, 'person'],
    ]),
  );
});

test('[D2] a registration made for its author names what they may write in, and is well formed', () => {
  let made = 30;
  const me = named(practitioner('me', 'la_early_help'));
  const form = {
    hub: 'east',
    lead: 'me',
    persons: [
      { person: child, role: 'child', household: 'home', isNew: true },
      { person: mother, role: 'adult', household: 'home', isNew: false },
    ],
  };
  const command = newCommand(
    earlyHelp,
    me,
    { type: 'register-family', record: family, form },
    undefined,
    nothingKnown,
    () => id(made++),
  );
  const { sections } = commandOf(command as never);
  const names = sections.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['plan.shared', 'notes.agency-of-me', 'person.identity']));
  // What they may only read, and what is for those who are named.
  for (const name of ['family.words', 'oversight', 'person.voice', 'person.health', 'safety.intelligence'])
    expect(names).not.toContain(name);
  expect(new Set(sections.map(({ record }) => record))).toEqual(new Set([family, child]));
});

test('[D8] commands are told in plain words, by name where names are known', () => {
  const names = {
    who: (who: string) => (who === 'school' ? 'Claire Bennett' : undefined),
    unit: () => 'East',
  };
  const words = (json: EarlyHelpJson, by = names) => {
    const { decision, form } = commandOf(json);
    return decision.words(form, by);
  };
  expect(all.map((command) => words(command))).toEqual([
    'The family is registered with 1 person',
    'A child is registered in the family',
    'Claire Bennett joins the team',
    'Claire Bennett leaves the team',
    'The family is allocated to East',
  ]);
  expect(words(join('school', Date.UTC(2027, 5, 30)), withoutNames as typeof names)).toBe(
    'A practitioner joins the team until 30 June 2027',
  );
  expect(words(register('lead', 'east'))).toBe('The family is registered with 1 person at East');
  const access = [
    { type: 'appoint-lead', record: family, principal: 'school' },
    { type: 'appoint-lead', record: family, principal: null },
    { type: 'grant-family-access', record: family, principal: 'school', section: 'safety.intelligence', act: 'read' },
    { type: 'end-person-access', record: child, principal: 'school', section: 'person.location' },
    { type: 'bar-from-family', record: family, principal: 'x' },
    { type: 'protect-location', record: child, isProtected: true },
    { type: 'protect-location', record: child, isProtected: false },
  ];
  expect(access.map((command) => words(command))).toEqual([
    'Claire Bennett leads the work with the family',
    'Nobody leads the work with the family',
    'Claire Bennett is named in a grant',
    'Claire Bennett is named in a grant no longer',
    'The record is closed to a practitioner',
    'Where the person is, is protected',
    'Where the person is, is protected no longer',
  ]);
});

test('[D1] everybody whom a decision names is named to whoever loads what it is judged on', () => {
  const people = (json: EarlyHelpJson) => {
    const { decision, form } = commandOf(json);
    return decision.people?.(form) ?? [];
  };
  expect(
    [register('a'), register(null), join('b'), leave('c'), allocate('east'), addPerson(mother)].map(people),
  ).toEqual([['a'], [], ['b'], ['c'], [], []]);
});
