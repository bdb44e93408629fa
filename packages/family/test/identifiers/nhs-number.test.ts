import { checkNhsNumber, formatNhsNumber, nhsCheckDigit } from '@caseweave/family';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const nineDigits = fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(number).padStart(9, '0'));

test.each(['9434765919', '9990000018', '9990000026', '9990000050'])('[I1] %s is a valid NHS number', (number) => {
  expect(checkNhsNumber(number)).toEqual({ type: 'valid', number });
});

test.each(['999000000', '999000014'])('[I1] no NHS number begins with %s', (nine) => {
  expect(nhsCheckDigit(nine)).toBeUndefined();
  for (let last = 0; last < 10; last += 1) expect(checkNhsNumber(`${nine}${last}`).type).toBe('invalid');
});

test('[I1] spaces and dashes are no part of the number', () => {
  expect(checkNhsNumber('999 000-0018')).toEqual({ type: 'valid', number: '9990000018' });
  expect(formatNhsNumber('9990000018')).toBe('999 000 0018');
});

test.each(['', '123456789', '12345678901', '99900000a8', '٩٩٩٠٠٠٠٠١٨'])(
  '[I1] %j is refused with what to do',
  (typed) => {
    expect(checkNhsNumber(typed)).toMatchObject({ type: 'invalid', code: 'not-ten-digits' });
  },
);

test('[I1] at most one last digit is right, and any single wrong digit is found', () => {
  fc.assert(
    fc.property(nineDigits, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (nine, place, off) => {
      const digit = nhsCheckDigit(nine);
      if (digit === undefined) return;
      const number = `${nine}${digit}`;
      expect(checkNhsNumber(number).type).toBe('valid');
      const wrong = (Number(number.charAt(place)) + off) % 10;
      expect(checkNhsNumber(number.slice(0, place) + wrong + number.slice(place + 1)).type).toBe('invalid');
    }),
  );
});
