import { readSection } from '@caseweave/record';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { merge, plan, replica, replicas, type Replica } from './fixtures.ts';

/** Amina has written an entry, and Bartek has it. */
function visit() {
  const amina = replica(1);
  const outcome = amina.section.edit((draft) =>
    draft.events.append({ occurredOn: '2026-01-01', text: 'Home visit', about: [] }),
  );
  const [bartek = amina] = replicas(amina, 2);
  return { amina, bartek, id: outcome.type === 'edited' ? outcome.result : '' };
}

const add = ({ section }: Replica, id: string, text: string) =>
  section.edit((draft) => draft.events.byId(id).addendum(text));
const shown = ({ section }: Replica): unknown => section.view().events[0]?.addenda;

test('[R27] what its author adds to an entry shows beside it, in the order of adding, and says who and when', () => {
  const { amina, bartek, id } = visit();
  const before = shown(amina);
  add(amina, id, 'Zainab was there as well');
  const outcome = amina.section.edit((draft) => {
    draft.events.byId(id).addendum('It was the day before');
    draft.events.byId(id).addendum('And at noon');
  });
  merge(amina, bartek);

  expect(before).toBeUndefined();
  expect(outcome).toMatchObject({ changes: [{ entity: id, path: 'events', words: 'added to' }, {}] });
  expect(shown(bartek)).toEqual(['Zainab was there as well', 'It was the day before', 'And at noon']);
  expect(bartek.section.view().events[0]).toMatchObject({ occurredOn: '2026-01-01', text: 'Home visit' });
  expect(bartek.section.provenance(id, 'events.addenda')).toHaveLength(3);
  expect(bartek.section.provenance(id, 'events.addenda')[0]).toMatchObject({ author: { name: 'Amina' } });
  expect(readSection(plan, bartek.doc)).toEqual(bartek.section.view());
});

test('[R27] it is a claim of the entry, and the entry stays the claim that it was', () => {
  const { amina, id } = visit();
  add(amina, id, 'Corrected');

  expect(amina.doc.getArray('claims').toJSON()).toEqual([
    [id, 'events', { about: [], occurredOn: '2026-01-01', text: 'Home visit' }, { t: 1_790_000_000_000 }],
    [id, 'events.addenda', { nth: 0, text: 'Corrected' }, { t: 1_790_000_000_000 }],
  ]);
});

test('[R28] only who wrote an entry adds to it, on whatever device', () => {
  const { amina, bartek, id } = visit();
  const before = Y.encodeStateAsUpdate(bartek.doc);
  const outcome = add(bartek, id, 'I was not there');
  // Amina's other device writes under a client of its own: 11 is hers as 1 is.
  const other = replica(11, Y.encodeStateAsUpdate(amina.doc));

  expect(outcome).toMatchObject({ type: 'refused', refusals: [{ code: 'not-yours', path: 'events.addenda' }] });
  expect(Y.encodeStateAsUpdate(bartek.doc)).toEqual(before);
  expect(add(other, id, 'It was the day before').type).toBe('edited');
});

test('[R28] nothing is added that is no text, or to what is struck', () => {
  const { amina, id } = visit();
  const wrong = [7, '', '\uD83D', 'x'.repeat(20_001)].map((text) => add(amina, id, text as never));
  amina.section.edit((draft) => draft.events.byId(id).strike('another one'));

  expect(wrong.map((outcome) => (outcome.type === 'refused' ? outcome.refusals[0]?.code : outcome.type))).toEqual([
    'wrong-value',
    'wrong-value',
    'not-json',
    'too-large',
  ]);
  expect(add(amina, id, 'x')).toMatchObject({ type: 'refused', refusals: [{ code: 'struck' }] });
});

test('[R27] what is added on two devices at once is all kept, in one order', () => {
  const { amina, id } = visit();
  const other = replica(11, Y.encodeStateAsUpdate(amina.doc));
  add(amina, id, 'b');
  add(other, id, 'a');
  add(other, id, 'c');
  merge(amina, other);

  expect([shown(amina), shown(other)]).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ]);
});

test('[R27] [R50] an entry struck while its author added to it stays, whole, with a question', () => {
  const { amina, bartek, id } = visit();
  add(amina, id, 'It was the day before');
  bartek.section.edit((draft) => draft.events.byId(id).strike('another one'));
  merge(amina, bartek);

  expect(shown(bartek)).toEqual(['It was the day before']);
  expect(bartek.section.questions()).toMatchObject([
    { kind: 'struck', claims: [{}, { words: 'added to Events: It was the day before' }] },
  ]);
});

test('[R8] [R27] what is no addition, such as a later version’s, is kept and not shown', () => {
  const { amina, id } = visit();
  amina.doc.getArray('claims').push([[id, 'events.addenda', { said: 'later' }, {}]]);

  expect(shown(amina)).toBeUndefined();
  expect(amina.doc.getArray('claims')).toHaveLength(2);
});
