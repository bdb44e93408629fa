import { expect, test } from 'vitest';
import { readFacts } from '../src/families/family-facts.ts';
import { authorOnPaper, knownToFamily, namedOnPaper } from '../src/print/known-to-family.ts';

const member = (id: string, more: object = {}) => ({
  id,
  name: `Name of ${id}`,
  agency: 'a',
  agencyName: 'A',
  role: '',
  ...more,
});
const { team } = readFacts({ team: [member('lead'), member('idva', { hiddenFromFamily: true })] });

test('who is hidden from the family is not among those who help', () => {
  expect(knownToFamily(team).map(({ id }) => id)).toEqual(['lead']);
});

test('who is hidden from the family does what they do as a practitioner', () => {
  const owners = ['lead', 'idva', 'child'].map((value) => ({ value, words: `Name of ${value}` }));
  expect(namedOnPaper({ people: [], team: [], owners }, team).owners.map(({ words }) => words)).toEqual([
    'Name of lead',
    'A practitioner',
    'Name of child',
  ]);
});

test('what was written is by name only where the family may know the name', () => {
  const by = (id: string, organisation?: string) =>
    authorOnPaper({ id, name: `Name of ${id}`, ...(organisation === undefined ? {} : { organisation }) }, team);
  expect([by('lead', 'Early help'), by('idva', 'Refuge'), by('gone', 'Refuge'), by('parent')]).toEqual([
    'Name of lead',
    'A practitioner',
    'A practitioner',
    'Name of parent',
  ]);
});
