import { expect, test } from 'vitest';
import fc from 'fast-check';
import { caretAfter, spliceBetween } from '@caseweave/react';

test('[H11] a splice makes the one text of the other, and never cuts a character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const { index, removed, inserted } = spliceBetween(before, after);
      expect(before.slice(0, index) + inserted + before.slice(index + removed)).toBe(after);
      expect(/\p{Surrogate}/u.test(inserted)).toBe(false);
    }),
  );
});

test('[H11] a caret stays with the words around it', () => {
  expect(caretAfter(3, spliceBetween('cat dog', 'big cat dog'))).toBe(7);
  expect(caretAfter(3, spliceBetween('cat dog', 'cat dog hen'))).toBe(3);
  expect(caretAfter(6, spliceBetween('cat dog', 'hen'))).toBeLessThanOrEqual(3);
});
