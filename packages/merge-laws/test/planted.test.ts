import { allLaws, findBreach, sectionSubject } from '@caseweave/merge-laws';
import { describe, expect, test } from 'vitest';
import { plan } from './fixtures.ts';
import { faults } from './planted/faults.ts';

/** The default number where nobody has asked fast-check for more or for fewer. */
const runs = 1_000;

describe.each(faults)('$name', ({ breaks, options = {}, causal = true }) => {
  test.each([
    ['all laws', allLaws],
    [`law ${breaks} alone`, [breaks]],
  ])('[L30] is caught by %s within the default number of histories, and told in at most 8 steps', (_, laws) => {
    const checked = findBreach(sectionSubject(plan, options), { runs, seed: 12, laws, causal });

    if (checked.type !== 'broken') throw new Error('nothing was found');
    const { breach, history } = checked.failure;
    expect(laws).toContain(breach.law);
    expect(history.start.length + history.steps.length).toBeLessThanOrEqual(8);
  });
});

test('[L30] every mistake that the kit is to find is among them', () => {
  expect(faults.length).toBeGreaterThanOrEqual(15);
});
