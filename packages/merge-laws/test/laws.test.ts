import {
  allLaws,
  checkLaws,
  findBreach,
  laws,
  LawBroken,
  play,
  replayHistory,
  sectionSubject,
  type History,
  type PlayEvent,
  type SectionEdit,
} from '@caseweave/merge-laws';
import { defineSection, extendSection, log, progress, register, text } from '@caseweave/record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { plan } from './fixtures.ts';
import { laterPlan } from './later-plan.ts';

const subject = sectionSubject(plan);
const runs = 2 * (fc.readConfigureGlobal().numRuns ?? 100);

/** A history of three edits: two contradict one another, and one settles it. */
const disagreement: History<SectionEdit> = {
  replicas: 2,
  start: [],
  steps: [
    { type: 'edit', at: 0, edit: [{ do: 'write', field: 'fullName', value: 'pears' }] },
    { type: 'edit', at: 1, edit: [{ do: 'write', field: 'fullName', value: 'plums' }] },
    { type: 'deliver', to: 0 },
    { type: 'edit', at: 0, edit: [{ do: 'settle', question: 0, choose: 1 }] },
  ],
};

const told = (history: History<SectionEdit>): readonly PlayEvent[] => {
  const events: PlayEvent[] = [];
  play(subject, history, { laws: new Set(allLaws), causal: true, listen: (event) => events.push(event) });
  return events;
};

describe('a section with a field of every kind', () => {
  test('[L1] [L2] [L3] [L4] [L5] [L6] [L7] [L8] [L9] [L10] [L20] [L21] [L24] keeps the ten laws', () => {
    const summary = checkLaws(plan, { runs });

    expect(summary.laws).toEqual(allLaws);
    expect(summary.edits).toBeGreaterThan(runs);
  });

  test('[L9] [L10] keeps them between two released versions, of which the later fills in what the earlier left out', () => {
    const mixed = checkLaws(laterPlan, { versions: [plan], runs: runs / 2, seed: 3 });

    expect(mixed.laws).toContain(9);
  });

  test('[L9] [L24] keeps them where it is extended, by one and by another, and where some devices have neither', () => {
    const one = extendSection(plan, {
      name: 'leeds',
      version: 1,
      oldestWriter: 1,
      fields: { code: register(z.string()), visits: log({ occurredOn: register(z.iso.date()) }) },
      rows: { needs: { cost: register(z.number(), { standing: 'highest' }), note: text() } },
    });
    const both = extendSection(one, {
      name: 'york',
      version: 1,
      oldestWriter: 1,
      rows: { needs: { cost: register(z.number()), stage: progress(['new', ['done', 'dropped']]) } },
    });

    expect(checkLaws(both, { runs: runs / 2 }).laws).toEqual(allLaws);
    expect(checkLaws(both, { versions: [one, plan], runs: runs / 2 }).laws).toContain(9);
  });

  test('[L31] keeps them over the histories in which the planted mistakes are found', () => {
    expect(findBreach(subject, { runs, seed: 12 }).type).toBe('held');
  });
});

describe('checking', () => {
  test('[L25] the same seed gives the same histories', () => {
    const counted = () => {
      const { edits, refused, seed } = checkLaws(plan, { runs: 30, seed: 11 });
      return { edits, refused, seed };
    };

    expect(counted()).toEqual(counted());
  });

  test('[L21] more replicas than there are letters are refused, and no breach', () => {
    expect(() => checkLaws(plan, { runs: 1, replicas: 27 })).toThrow('at most 26 replicas');
    expect(checkLaws(plan, { runs: 3, replicas: 26, seed: 1 }).runs).toBe(3);
  });

  test('[L41] only the laws that are asked for are checked', () => {
    expect(checkLaws(plan, { runs: 5, laws: [1, 8] }).laws).toEqual([1, 8]);
  });

  test('[L6] a rule of the developer that does not hold is a breach, told with the shortest history', () => {
    const rules = [
      { name: 'nobody is called plums', holds: (view: unknown) => !JSON.stringify(view).includes('plums') },
    ];

    expect(() => checkLaws(plan, { rules, runs: 500, seed: 1 })).toThrow(LawBroken);
    expect(() => checkLaws(plan, { rules, runs: 500, seed: 1 })).toThrow(
      'breaks law 6, rules hold: The rules of the schema hold in every view, after any merge.',
    );
  });

  test('[L23] a field whose values cannot be guessed is named, with what to do', () => {
    const odd = defineSection({
      name: 'odd',
      version: 1,
      oldestWriter: 1,
      fields: { upn: register(z.string().regex(/^[A-Z]\d{12}$/)) },
    });

    expect(() => checkLaws(odd, { runs: 1 })).toThrow(
      'No value is known that upn allows: name two or three in the option `values`',
    );
    expect(checkLaws(odd, { runs: 20, values: { upn: ['A000000000001', 'B000000000002'] } }).runs).toBe(20);
  });

  test('[L23] values come from enumerations, bounds, lists and objects of a validator', () => {
    const varied = defineSection({
      name: 'varied',
      version: 1,
      oldestWriter: 1,
      fields: {
        colour: register(z.enum(['red', 'green'])),
        share: register(z.number().min(0.25).max(0.75)),
        long: register(z.string().min(40)),
        two: register(z.array(z.iso.date()).min(2)),
        address: register(z.object({ street: z.string(), since: z.iso.date() })),
        either: register(z.union([z.literal('x'), z.number().int().min(7)])),
      },
    });

    expect(checkLaws(varied, { runs: 20 }).refused).toBeLessThan(20);
  });
});

describe('replaying', () => {
  test('[L4] [L20] people who contradict one another are asked until it is settled', () => {
    expect(() => replayHistory(subject, disagreement)).not.toThrow();
    expect(told(disagreement).filter(({ type }) => type === 'edit')).toHaveLength(3);
  });

  test('[L22] an edit waits for those that it was based on, unless it is told not to', () => {
    const reordered: History<SectionEdit> = {
      replicas: 2,
      start: [[{ do: 'write', field: 'fullName', value: 'figs' }]],
      steps: [
        { type: 'edit', at: 0, edit: [{ do: 'type', field: 'minutes', at: 0, length: 1 }] },
        { type: 'edit', at: 0, edit: [{ do: 'write', field: 'fullName', value: 'plums' }] },
        { type: 'deliver', to: 1, nth: 1 },
      ],
    };

    expect(() => replayHistory(subject, reordered)).not.toThrow();
    expect(() => replayHistory(subject, reordered, { causal: false })).toThrow('law');
  });

  test('[L21] across a partition nothing arrives, and when it is over everything does', () => {
    const apart: History<SectionEdit> = {
      ...disagreement,
      steps: [{ type: 'partition', apart: [0] }, ...disagreement.steps, { type: 'heal' }, { type: 'deliver', to: 0 }],
    };
    const delivered = told(apart).filter(({ type, step }) => type === 'deliver' && step < apart.steps.length);

    expect(delivered).toMatchObject([{ at: 0, edits: [1], step: 6 }]);
  });

  test('[L21] an edit that is lost with the power leaves nothing', () => {
    const lost: History<SectionEdit> = {
      replicas: 2,
      start: [],
      steps: [{ type: 'edit', at: 0, edit: [{ do: 'write', field: 'fullName', value: 'pears' }], lost: true }],
    };

    expect(told(lost)).toMatchObject([{ type: 'edit', fate: 'lost', edit: undefined }]);
    expect(() => replayHistory(subject, lost)).not.toThrow();
  });

  test('[L10] an undo brings back what was there, and leaves what another has changed since', () => {
    const undone: History<SectionEdit> = {
      ...disagreement,
      steps: [...disagreement.steps, { type: 'undo', at: 0 }, { type: 'redo', at: 0 }, { type: 'undo', at: 1 }],
    };

    expect(() => replayHistory(subject, undone)).not.toThrow();
  });
});

test('every law has a name and a sentence', () => {
  expect(allLaws.map((law) => laws[law].name)).toEqual([...new Set(Object.values(laws).map(({ name }) => name))]);
});
