import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../../src/repository.ts';
import type { SaidInTheCopy } from './said-in-the-copy.ts';
import { type Ran, ScratchCopy } from './scratch-copy.ts';
import { shownChanges } from './shown-changes.ts';

const section = 'docs/contributing/add-a-section.md';
const decision = 'docs/contributing/add-a-decision.md';
const codeList = 'docs/contributing/add-a-code-list.md';
const field = 'docs/contributing/add-a-graphql-field.md';
const added = 'docs/contributing/add-a-package.md';
const pages = [section, decision, codeList, field, added];

/** What a page says that one writes, in words, and how many files that is. */
const counts = [
  [section, 'three files', 3],
  [decision, 'three files', 3],
  [codeList, 'two files', 2],
  [field, 'one file', 1],
] as const;

const minutes = 60_000;
let copy: ScratchCopy | undefined;
let schema = '';
let said: SaidInTheCopy;

/** Programs of the project that ran in the copy, by what they are for. */
const ran = new Map<string, Ran>();

beforeAll(async () => {
  const made = await ScratchCopy.make();
  copy = made;
  for (const page of pages) made.apply(shownChanges(page));
  made.installed('packages/reminders', 'vitest', 'node_modules/vitest');
  made.installed('packages/reminders', '@caseweave/reminders', 'packages/reminders');
  const run = async (what: string, program: string, ...given: readonly string[]) => {
    ran.set(what, await made.run(program, ...given));
  };
  const touched = pages.flatMap(shownChanges).map(({ path }) => path);
  const vitest = 'node_modules/vitest/vitest.mjs';
  // Two at a time: what asks the whole machine, and what asks little.
  await Promise.all([
    (async () => {
      await run(
        'types',
        'node_modules/typescript/bin/tsc',
        '-b',
        ...['family', 'early-help-server', 'reminders'].map((name) => `packages/${name}`),
        'examples/family-plan/src',
      );
      await run(
        'format',
        'node_modules/oxfmt/bin/oxfmt',
        '--check',
        ...touched.filter((path) => !path.endsWith('.md')),
      );
    })(),
    (async () => {
      await run('schema', 'packages/early-help-server/test/graphql/keep-schema.ts');
      schema = made.textOf('packages/early-help-server/schema.graphql');
      await run('whole', 'docs/test/how-to/in-the-copy.ts');
      await run('laws', 'packages/merge-laws/src/command/main.ts', touched[0] ?? '', '--runs', '100');
      await run('releases', 'packages/family/test/releases/keep-release.ts');
      await run(
        'tests',
        vitest,
        'run',
        '--project',
        'family',
        '--project',
        'reminders',
        'laws.test',
        'model.test',
        'releases',
        'due-before',
      );
      await run('house', vitest, 'run', '--project', 'trials', 'arrows', 'rules.test', 'table-of-contents', 'circles');
    })(),
  ]);
  const { code, said: words } = ranFor('whole');
  if (code !== 0) throw new Error(words);
  said = JSON.parse(words) as SaidInTheCopy;
}, 5 * minutes);

afterAll(() => copy?.remove(), minutes);

function ranFor(what: string): Ran {
  const found = ran.get(what);
  if (found === undefined) throw new Error(`Nothing ran for ${what}.`);
  return found;
}

test.for(counts)('%s has one write %s, and says so', ([page, words, count]) => {
  expect(filesOf(page)).toBe(count);
  expect(textOf(page)).toMatch(new RegExp(`You write ${words}`));
});

test.for(pages)('CONTRIBUTING.md says of %s how many files one writes', (page) => {
  expect(textOf('CONTRIBUTING.md')).toMatch(new RegExp(`\\(${page}\\).*\\| ${filesOf(page)} \\|`));
});

test.for(['types', 'format', 'schema', 'laws', 'releases', 'tests', 'house'])(
  'after what the pages show, and nothing else, the project is whole: %s',
  (what) => {
    const { code, said: words } = ranFor(what);
    expect(code === 0 ? 'whole' : words).toBe('whole');
  },
);

test('a section that is added is exchanged by devices, as its row of the rights table says', () => {
  expect(said.school).toMatchObject({
    acts: { read: true, append: false, write: false },
    filled: { language: 'English', numbers: [{ number: '07700 900461' }] },
    received: { language: 'Polish', numbers: [{ number: '07700 900461' }] },
  });
  expect(said.school.names).toContain('family.contact');
  expect(said.housing.names).toContain('plan.shared');
  expect(said.housing.names).not.toContain('family.contact');
});

test('a section that is added is read and written by GraphQL, as far as the rights go', () => {
  for (const name of [
    'type Contact {',
    'type TelephoneNumber {',
    'addTelephoneNumber(',
    'changeTelephoneNumber(',
    'changeContact(',
  ])
    expect(schema).toContain(name);
  const { added: outcome, asLead, asHousing } = said.answers;
  expect(outcome).toEqual({ data: { addTelephoneNumber: { __typename: 'Edited' } } });
  const numbers = ['07700 900461', '07700 900462'].map((number) => ({ number }));
  expect(asLead).toMatchObject({
    data: {
      family: { contact: { language: 'Polish', numbers: { nodes: expect.arrayContaining(numbers) as object } } },
    },
  });
  expect(asHousing).toMatchObject({ data: { family: { contact: null } } });
});

test('a section that is added keeps the laws of merging, and the documentation has it', () => {
  expect(ranFor('laws').said).toContain('family.contact');
  expect(said.pages.record).toContain('How the family likes to be reached.');
  expect(said.pages.rights).toMatch(/\| `?family\.contact`? \|/);
});

test('a decision that is added is taken by those who may, folds into the facts, and is documented', () => {
  const { refused, handedOver, asLead, after } = said.answers;
  expect(schema).toContain('handOverLead(');
  expect(refused).toMatchObject({ data: { handOverLead: { __typename: expect.stringMatching(/^Not/) as string } } });
  expect(handedOver).toEqual({ data: { handOverLead: { __typename: 'Decided' } } });
  expect(asLead).toMatchObject({ data: { family: { lead: { id: said.people.lead } } } });
  expect(after).toMatchObject({ data: { family: { lead: { id: said.people.school } } } });
  expect(said.pages.record).toContain('Hand over the lead');
});

test('a code list on a field is an enumeration of GraphQL, and the documentation has its words', () => {
  expect(schema).toMatch(/enum OversightRhythms?\w* \{[\s\S]*?WHEN_NEEDED/);
  expect(said.pages.record).toContain('When it is needed');
});

test('a field of the domain answers what its reader may know', () => {
  expect(schema).toContain('teamSize: Int!');
  expect(said.answers.asLead).toMatchObject({ data: { family: { teamSize: expect.any(Number) as number } } });
});

test('a package that is added has its own tests run', () => {
  expect(ranFor('tests').said).toContain('reminders');
});

/** How many files a page has one write. */
const filesOf = (page: string): number => new Set(shownChanges(page).map(({ path }) => path)).size;
