import { expect, test } from 'vitest';
import { ageInYears, dayInWords, dayOf, howFar, isDay, momentInWords } from '../src/words/dates.ts';

test('days and moments are those of London, in summer too', () => {
  expect(dayOf(Date.parse('2026-07-31T23:30:00Z'))).toBe('2026-08-01');
  expect(dayOf(Date.parse('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
  expect(momentInWords(Date.parse('2026-07-01T09:05:00Z'), Date.parse('2026-07-01T12:00:00Z'))).toBe('today at 10:05');
  expect(dayInWords('2026-12-01')).toBe('1 December 2026');
});

test('how far off a day is does not depend on the hour', () => {
  for (const hour of ['00:01', '12:00', '23:59']) {
    const now = Date.parse(`2026-11-23T${hour}:00Z`);
    expect(howFar('2026-11-23', now)).toBe('today');
    expect(howFar('2026-12-12', now)).toBe('in 19 days');
    expect(howFar('2026-11-20', now)).toBe('3 days ago');
  }
});

test('a date that does not exist is not a day', () => {
  expect(isDay('2026-02-29')).toBe(false);
  expect(isDay('2028-02-29')).toBe(true);
  expect(isDay('29/02/2028')).toBe(false);
});

test('an age changes on the birthday', () => {
  expect(ageInYears('2017-11-24', Date.parse('2026-11-23T12:00:00Z'))).toBe(8);
  expect(ageInYears('2017-11-23', Date.parse('2026-11-23T12:00:00Z'))).toBe(9);
});
