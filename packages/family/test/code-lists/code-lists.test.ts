import * as family from '@caseweave/family';
import { disabilities, factors, headlineOutcomes, levelsOfNeed, type CodeList } from '@caseweave/family';
import { coded } from '@caseweave/model';
import { expect, test } from 'vitest';

const isList = (value: unknown): value is CodeList => typeof value === 'object' && value !== null && 'labelOf' in value;
const lists = Object.values<unknown>(family).filter(isList);

test('[C1] there are lists, and no two have the same name', () => {
  expect(lists.length).toBeGreaterThan(20);
  expect(new Set(lists.map(({ id }) => id)).size).toBe(lists.length);
});

test.each(lists.map((list) => [list.id, list] as const))(
  '[C1] %s: each code once, with words of its own',
  (_, list) => {
    expect(new Set(list.codes).size).toBe(list.entries.length);
    expect(new Set(list.entries.map(({ label }) => label)).size).toBe(list.entries.length);
    for (const { code, label } of list.entries) {
      expect(list.labelOf(code)).toBe(label);
      expect(coded(list).safeParse(code).success).toBe(true);
      expect(label).toMatch(/^\S.*\S$/);
    }
    expect(coded(list).safeParse('no such code').success).toBe(false);
  },
);

test('[C2] the national lists are whole', () => {
  expect(headlineOutcomes.labelOf('SF01')).toBe('Getting a good education');
  expect(headlineOutcomes.codes).toHaveLength(10);
  expect(levelsOfNeed.codes).toEqual([1, 2, 3, 4]);
  expect(family.ethnicities.codes).toHaveLength(20);
  expect(family.primaryNeeds.codes).toHaveLength(10);
  // Retired: physical and sexual abuse of an unstated kind.
  expect(factors.codes).not.toContain('18A');
  expect(factors.codes).not.toContain('19A');
});

test('[C3] "none" gives way to any other', () => {
  expect(factors.entries.filter(({ exclusive }) => exclusive).map(({ code }) => code)).toEqual(['21']);
  expect(disabilities.entries.filter(({ exclusive }) => exclusive).map(({ code }) => code)).toEqual(['NONE']);
});
