import { addDays, ageOn, dayInLondon, daysBetween, dayWords, fromTodayWords, momentWords } from '@caseweave/family';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('[W1] days and moments are those of London, in summer too', () => {
  expect(dayInLondon(Date.UTC(2026, 5, 30, 23, 30))).toBe('2026-07-01');
  expect(dayInLondon(Date.UTC(2026, 11, 31, 23, 30))).toBe('2026-12-31');
  expect(momentWords(Date.UTC(2026, 5, 30, 8, 5))).toBe('30 June 2026 at 09:05');
  expect(dayWords('2026-12-01')).toBe('1 December 2026');
});

test('[W2] a day is said as seen from today', () => {
  const said = (day: string) => fromTodayWords(day, '2026-11-23');
  expect(['2026-11-23', '2026-11-24', '2026-11-22', '2026-12-12', '2026-11-16'].map(said)).toEqual([
    'today',
    'tomorrow',
    'yesterday',
    'in 19 days',
    '7 days ago',
  ]);
});

test('[W2] adding days and counting them agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -5_000, max: 5_000 }), (start, days) => {
      const day = addDays('1990-01-01', start);
      expect(daysBetween(day, addDays(day, days))).toBe(days);
    }),
  );
});

test('[W3] an age is in completed years', () => {
  expect(ageOn('2017-11-24', '2026-11-23')).toBe(8);
  expect(ageOn('2017-11-23', '2026-11-23')).toBe(9);
});
