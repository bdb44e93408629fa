import { expect, test } from 'vitest';
import { chartOf } from '../src/charts/chart.ts';
import { quantile } from '../src/frame/interleaved.ts';
import { readResults } from '../src/frame/results-file.ts';
import { partsOf, resultOf } from '../src/frame/result.ts';
import { tableOf } from '../src/frame/table.ts';

const measured = {
  measure: 'open',
  size: 500,
  what: 'bytes to the first view',
  unit: 'us',
  ours: 130,
  other: 100,
  otherIs: 'raw Yjs map',
} as const;

test('a result says its ratio, its goal in words, and whether the goal is met', () => {
  expect(resultOf({ ...measured, goal: { ratioAtMost: 1.3 } })).toEqual({
    id: 'open@500',
    what: 'bytes to the first view',
    unit: 'us',
    ours: 130,
    other: 100,
    otherIs: 'raw Yjs map',
    ratio: 1.3,
    goal: 'at most 1.3 times',
    met: true,
  });
  expect(resultOf({ ...measured, goal: { oursAtMost: 100 } })).toMatchObject({ goal: 'at most 100 us', met: false });
  expect(resultOf({ ...measured, goal: { ratioAtLeast: 2 } })).toMatchObject({ goal: 'at least 2 times', met: false });
  expect(resultOf({ ...measured, goal: { oursAtLeast: 120 } })).toMatchObject({ goal: 'at least 120 us', met: true });
  expect(resultOf(measured)).toMatchObject({ goal: null, met: null });
});

test('an id tells measure, size and peer', () => {
  expect(resultOf({ ...measured, peer: 'y-websocket' }).id).toBe('open@500/y-websocket');
  expect(partsOf('open@500/y-websocket')).toEqual({ measure: 'open', size: 500, peer: 'y-websocket' });
  expect(partsOf('open')).toEqual({ measure: 'open', size: null, peer: null });
});

test('a quantile is the figure below which that share lies', () => {
  expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  expect(quantile([5, 1, 4, 2, 3], 0.95)).toBe(5);
});

test('the table has a line for each result', () => {
  const table = tableOf([resultOf(measured), resultOf({ ...measured, size: 2_000, goal: { ratioAtMost: 1 } })]);

  expect(table.split('\n')).toHaveLength(4);
  expect(table).toContain('missed');
});

test('a chart says in words what it shows', () => {
  const chart = chartOf('open', [resultOf(measured), resultOf({ ...measured, size: 2_000 })]);

  expect(chart).toContain('<title>Open</title>');
  expect(chart).toContain('Caseweave 130 us, raw Yjs map 100');
});

test('the kept results are rows of one form, each once', () => {
  const results = readResults();

  expect(results.length).toBeGreaterThan(0);
  expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
  for (const result of results) {
    const { id, what, unit, ours, other, otherIs, ratio, goal, met, ...more } = result;
    expect(more).toEqual({});
    for (const words of [id, what, unit, otherIs]) expect(words).not.toBe('');
    for (const figure of [ours, other, ratio]) expect(Number.isFinite(figure)).toBe(true);
    expect(met === null).toBe(goal === null);
  }
});
