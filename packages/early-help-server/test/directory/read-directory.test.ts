import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inWords, readDirectory } from '@caseweave/early-help-server';

const example = readFileSync(new URL('../../directory.example.json', import.meta.url), 'utf8');
const today = '2026-11-23';

/** What is said about the example file with something else at a path; undefined takes it out. */
function saidAbout(...changes: readonly (readonly [path: string, value: unknown])[]): readonly string[] {
  const file: unknown = JSON.parse(example);
  for (const [path, value] of changes) put(file, path.split('.'), value);
  const read = readDirectory(JSON.stringify(file), today);
  return read.type === 'refused' ? read.bad.map(inWords) : [];
}

function put(into: unknown, [key = '', ...rest]: readonly string[], value: unknown): void {
  const row = into as Record<string, unknown>;
  if (rest.length > 0) put(row[key], rest, value);
  else row[key] = value;
}

test('[M1] the example in the package is a directory', () => {
  expect(readDirectory(example, today).type).toBe('directory');
});

test.each<[rule: string, at: string, path: string, value: unknown]>([
  ['M1', 'version', 'version', 2],
  ['M1', 'the file', 'staff', []],
  ['M1', 'practitioners', 'practitioners', undefined],
  ['M1', 'families[0]', 'families.0.allergies', 'nuts'],
  ['M1', 'agencies[1].kind', 'agencies.1.kind', 'bakery'],
  ['M1', 'families[0].people[1].role', 'families.0.people.1.role', 'cat'],
  ['M3', 'practitioners[0].name', 'practitioners.0.name', ' '],
  ['M3', 'hubs[0].name', 'hubs.0.name', 'Ea\u0000st'],
  ['M3', 'persons[0].name.given', 'persons.0.name.given', 'Ch\ud800i'],
  ['M3', 'practitioners[0].roles[0]', 'practitioners.0.roles', ['family_adult']],
  ['M4', 'agencies[0].id', 'agencies.0.id', 'Early Help'],
  ['M4', 'practitioners[1].id', 'practitioners.1.id', 'early-help-1'],
  ['M4', 'practitioners[0].id', 'practitioners.0.id', 'jo example'],
  ['M4', 'persons[1].ref', 'persons.1.ref', 'P-1001'],
  ['M4', 'accounts[0].id', 'accounts.0.id', 'school-1'],
  ['M5', 'practitioners[1].subject', 'practitioners.1.subject', '5f1c0b7e-0001'],
  ['M5', 'practitioners[0].subject', 'issuer', undefined],
  ['M5', 'practitioners[0].subject', 'practitioners.0.subject', '5f1c\u0000'],
  ['M6', 'persons[0].dateOfBirth', 'persons.0.dateOfBirth', '1991-02-30'],
  ['M6', 'persons[0]', 'persons.0.expectedBirthDate', '2027-01-01'],
  ['M6', 'families[0].team[0].from', 'families.0.team.0.from', '2026-11-24'],
  ['M6', 'families[0].team[0].until', 'families.0.team.0.until', '2026-09-01'],
  ['M7', 'practitioners[2].agency', 'practitioners.2.agency', 'elm-school'],
  ['M7', 'families[0].hub', 'families.0.hub', 'west'],
  ['M7', 'families[0].lead', 'families.0.lead', 'nobody'],
  ['M7', 'families[0].teams[0]', 'families.0.teams', ['elm-cluster']],
  ['M7', 'families[0].people[0]', 'families.0.people.0.person', 'P-9'],
  ['M7', 'accounts[0].person', 'accounts.0.person', 'P-9'],
  ['M8', 'families[0].people', 'families.0.people', []],
  ['M8', 'persons[2]', 'families.0.people', [{ person: 'P-1001', role: 'adult' }]],
  ['M8', 'families[0].lead', 'families.0.barred', ['early-help-1']],
])(
  '[M1, M3, M4, M5, M6, M7, M8] %s: what is wrong at %s is told with its place and what to do',
  (rule, at, path, value) => {
    const said = saidAbout([path, value]);
    expect(said.filter((line) => line.startsWith(`${at}: ${rule}. `) && line.endsWith('.'))).toHaveLength(1);
  },
);

test('[M2] all that is wrong is told at once, and nothing of the file is repeated', () => {
  const said = saidAbout(
    ['families.0.hub', 'Where Chi Sample hides'],
    ['families.0.lead', 'Chi Sample told Jo'],
    ['persons.0.ref', 'Chi Sample'],
    ['practitioners.0.agency', 'Secret House'],
  );
  expect(said.length).toBeGreaterThanOrEqual(4);
  expect(said.join()).not.toMatch(/Chi|Secret|Jo/);
  const broken = readDirectory(`{\n"version": 1,\n"issuer": Chi Sample\n}`, today);
  expect(broken).toMatchObject({ type: 'refused', bad: [{ rule: 'M1' }] });
  expect(JSON.stringify(broken)).not.toContain('Chi');
});
