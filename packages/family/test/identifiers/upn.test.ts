import { checkUpn, isLaChildId, isUprn, upnCheckLetter } from '@caseweave/family';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each(['A950000178301', 'H243278544154', 'G336123425001'])('[I2] %s is a valid permanent UPN', (upn) => {
  expect(checkUpn(upn)).toEqual({ type: 'valid', upn, temporary: false });
});

test('[I2] F33612342501A is a valid temporary UPN', () => {
  expect(checkUpn('f336 1234 2501a')).toEqual({ type: 'valid', upn: 'F33612342501A', temporary: true });
});

test('[I2] A123456789123 should begin with P', () => {
  expect(upnCheckLetter('123456789123')).toBe('P');
  expect(checkUpn('A123456789123')).toMatchObject({ type: 'invalid', code: 'wrong-check-letter' });
});

test.each(['I336123425001', 'G33612342500O', 'G33612342500', 'G3361234250012'])('[I2] %s has the wrong form', (upn) => {
  expect(checkUpn(upn)).toMatchObject({ type: 'invalid', code: 'wrong-form' });
});

test('[I2] of the 23 letters exactly one is right', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{11}[\dA-HJ-NP-RT-Z]$/), (twelve) => {
      const right = 'ABCDEFGHJKLMNPQRTUVWXYZ'.split('').filter((letter) => checkUpn(letter + twelve).type === 'valid');
      expect(right).toEqual([upnCheckLetter(twelve)]);
    }),
  );
});

test('[I3] references have a form and no check digit', () => {
  expect(['1', '100012345678'].every(isUprn)).toBe(true);
  expect(['', '0123', '1234567890123', '12a'].some(isUprn)).toBe(false);
  expect(['AB12', '12345678901234567890'].every(isLaChildId)).toBe(true);
  expect(['', 'a-b', '123456789012345678901'].some(isLaChildId)).toBe(false);
});
