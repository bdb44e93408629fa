import { expect, test } from 'vitest';
import { findPractitioners, isFamilyRole, isKeptOnDevice, isPractitioners } from '../src/sign-in/practitioner.ts';

const asha = { id: 'a', name: 'Asha Patel', hub: 'Bilston', agency: 'Health visiting', role: 'Health visitor' };
const joe = { id: 'j', name: 'Joe Morris', hub: null, agency: 'Police', role: 'Officer' };

test('every word that was typed must be somewhere', () => {
  expect(findPractitioners([asha, joe], '')).toEqual([asha, joe]);
  expect(findPractitioners([asha, joe], 'bilston health')).toEqual([asha]);
  expect(findPractitioners([asha, joe], 'bilston police')).toEqual([]);
});

test('what the server sends is checked', () => {
  expect(isPractitioners([asha, joe])).toBe(true);
  expect(isPractitioners([{ ...asha, name: 1 }])).toBe(false);
  expect(isPractitioners({})).toBe(false);
});

test("nothing of a family's own people is kept on a device", () => {
  const kept = [['LEAD'], ['FAMILY_ADULT'], ['CHILD_YP'], ['TAF_PRACTITIONER', 'FAMILY_ADULT']].map((codes) =>
    isKeptOnDevice({ ...asha, ofFamily: isFamilyRole(codes.map((code) => ({ code }))) }),
  );
  expect(kept).toEqual([true, false, false, false]);
  expect(isKeptOnDevice(asha)).toBe(true);
});
