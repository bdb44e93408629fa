import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { merge, replica } from './fixtures.ts';

/**
 * Laws of values, over anything that JavaScript can make:
 * 1. A value is refused, and nothing changes to the byte, or it is the same here and on every other replica.
 * 2. An edit with one wrong part changes nothing to the byte, whatever the other parts are.
 */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withNullPrototype: true,
  withSparseArray: true,
  withMap: true,
  withTypedArray: true,
});
const oddText = fc.string({ unit: fc.constantFrom('a', 'é', '\u{1F600}', '\uD83D', '\uDE00', '\u0000', '\u2028') });
const odd = fc.oneof(
  anything,
  oddText,
  fc.dictionary(oddText, anything),
  fc.constantFrom(-0, Number.MAX_SAFE_INTEGER, 1e308, 5e-324),
);

test('[R10] [R11] any value is refused, or is the same on every replica', () => {
  fc.assert(
    fc.property(odd, (value) => {
      const amina = replica(1);
      const bartek = replica(2);
      const before = Y.encodeStateAsUpdate(amina.doc);

      const outcome = amina.section.edit((draft) => {
        const id = draft.needs.add({ title: 'Sleep' });
        draft.needs.byId(id).detail = { note: 'x', value };
      });

      if (outcome.type === 'refused') {
        expect(Y.encodeStateAsUpdate(amina.doc)).toEqual(before);
        return;
      }
      merge(amina, bartek);
      const local = amina.section.view().needs[0]?.detail;
      expect(JSON.stringify(local)).toBe(JSON.stringify(bartek.section.view().needs[0]?.detail));
      expect(bartek.section.view()).toEqual(amina.section.view());
    }),
  );
});

type Part =
  | 'name'
  | 'need'
  | 'text'
  | 'language'
  | 'entry'
  | 'strike'
  | 'wrong value'
  | 'wrong row'
  | 'wrong place'
  | 'wrong member';
const part = fc.constantFrom<Part[]>(
  'name',
  'need',
  'text',
  'language',
  'entry',
  'strike',
  'wrong value',
  'wrong row',
  'wrong place',
  'wrong member',
);

test('[R10] an edit of many parts is written whole or not at all', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const { doc, section } = replica(1);
      section.edit((draft) => draft.needs.add({ title: 'Sleep' }));
      const before = Y.encodeStateAsUpdate(doc);

      const outcome = section.edit((draft) => {
        for (const each of parts) {
          if (each === 'name') draft.fullName = 'Okoro';
          else if (each === 'need') draft.needs.add({ title: 'School', factors: ['3B'] });
          else if (each === 'text') draft.story.insert(0, 'x', { bold: true });
          else if (each === 'language') draft.languages.add('Twi');
          else if (each === 'entry') draft.events.append({ occurredOn: '2026-01-01', text: 'x', about: [] });
          else if (each === 'strike') draft.needs.byId('row1x1').strike('x');
          else if (each === 'wrong value') draft.fullName = '';
          else if (each === 'wrong row') draft.needs.byId('nobody').title = 'x';
          else if (each === 'wrong place') draft.story.delete(draft.story.length, 1);
          else draft.languages.add('\uD83D');
        }
      });

      const wrong = parts.filter((each) => each.startsWith('wrong'));
      expect(outcome.type).toBe(wrong.length > 0 ? 'refused' : 'edited');
      if (outcome.type === 'refused') {
        expect(outcome.refusals).toHaveLength(wrong.length);
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
      }
    }),
  );
});
