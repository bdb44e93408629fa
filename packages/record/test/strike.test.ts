import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { merge, replica, replicas, type Replica } from './fixtures.ts';

/** Amina adds a need with a note; Bartek has it too. */
function sharedNeed(): { amina: Replica; bartek: Replica; id: string } {
  const amina = replica(1);
  const outcome = amina.section.edit((draft) => draft.needs.add({ title: 'Sleep', note: 'wakes at four' }));
  const [bartek = amina] = replicas(amina, 2);
  return { amina, bartek, id: outcome.type === 'edited' ? outcome.result : '' };
}

const strike = ({ section }: Replica, id: string, why = 'another one'): void => {
  section.edit((draft) => draft.needs.byId(id).strike(why));
};

const shown = ({ section }: Replica): readonly string[] => section.view().needs.map(({ id }) => id);

test('[R50] a struck row is not shown, and nothing of it is deleted', () => {
  const { amina, bartek, id } = sharedNeed();
  const before = amina.doc.getArray('claims').length;

  strike(amina, id);
  merge(amina, bartek);

  expect([shown(amina), shown(bartek)]).toEqual([[], []]);
  expect(amina.section.questions()).toEqual([]);
  expect(amina.doc.getArray('claims').length).toBe(before + 1);
  expect(bartek.section.text('needs.note', id).toJSON()).toBe('wakes at four');
});

test.each([
  ['a claim', (replica: Replica, id: string) => replica.section.edit((draft) => void (draft.needs.byId(id).level = 4))],
  [
    'a text',
    (replica: Replica, id: string) => replica.section.edit((draft) => draft.needs.byId(id).note.insert(0, 'Now ')),
  ],
  ['a mark', (replica: Replica, id: string) => replica.section.edit((draft) => draft.needs.byId(id).factors.add('3B'))],
])('[R50] a row in which the strike missed %s stays, whole, with the reason and a question', (_, write) => {
  const { amina, bartek, id } = sharedNeed();
  strike(amina, id);
  write(bartek, id);

  merge(amina, bartek);

  expect(amina.section.view().needs).toMatchObject([{ id, title: 'Sleep', struck: { why: 'another one' } }]);
  expect(amina.section.view()).toEqual(bartek.section.view());
  expect(amina.section.questions()).toMatchObject([
    { kind: 'struck', path: 'needs', entity: id, row: 'Sleep', label: 'Need', standing: 'restore' },
  ]);
  expect(amina.section.questions()[0]?.claims[0]).toMatchObject({
    words: 'entered in error: another one',
    client: 1,
  });
  expect(amina.section.questions()).toEqual(bartek.section.questions());
});

test('[R50] of two strikes one that saw everything suffices', () => {
  const { amina, bartek, id } = sharedNeed();
  strike(amina, id, 'first');
  bartek.section.edit((draft) => void (draft.needs.byId(id).level = 4));
  strike(bartek, id, 'second');

  merge(amina, bartek);

  expect(shown(amina)).toEqual([]);
});

test('[R50] a strike on the basis of a form has not seen what came since', () => {
  const { amina, bartek, id } = sharedNeed();
  const form = amina.section.view();
  bartek.section.edit((draft) => draft.needs.byId(id).note.insert(0, 'Now '));
  merge(amina, bartek);

  amina.section.edit((draft) => draft.needs.byId(id).strike('wrong'), { basis: form });

  expect(amina.section.questions()).toMatchObject([{ kind: 'struck' }]);
});

test('[R4] [R50] a strike on an old form has not seen what its own device wrote since, though the same edit writes too', () => {
  const { amina, id } = sharedNeed();
  const form = amina.section.view();
  amina.section.edit((draft) => void (draft.needs.byId(id).level = 4));

  amina.section.edit(
    (draft) => {
      draft.needs.byId(id).title = 'Bedtime';
      draft.needs.byId(id).strike('another one');
    },
    { basis: form },
  );

  expect(amina.section.view().needs).toMatchObject([{ id, level: 4, struck: { why: 'another one' } }]);
  expect(amina.section.questions()).toMatchObject([{ kind: 'struck', entity: id }]);
});

test('[R50] a strike has seen what the same edit writes', () => {
  const { amina, id } = sharedNeed();

  amina.section.edit((draft) => {
    const need = draft.needs.byId(id);
    need.level = 4;
    need.note.insert(0, 'x');
    need.strike('wrong');
    draft.needs.byId(draft.needs.add({ title: 'Also wrong' })).strike('wrong');
  });

  expect(shown(amina)).toEqual([]);
});

test('[R51] restoring shows the row again, for all', () => {
  const { amina, bartek, id } = sharedNeed();
  strike(amina, id);
  strike(bartek, id);
  merge(amina, bartek);

  bartek.section.edit((draft) => draft.needs.byId(id).restore());
  merge(amina, bartek);

  expect([shown(amina), shown(bartek)]).toEqual([[id], [id]]);
  expect(amina.section.view().needs[0]).not.toHaveProperty('struck');
});

test('[R51] restoring on a form takes back the strikes of the form, and no other that has come since', () => {
  const { amina, bartek, id } = sharedNeed();
  strike(amina, id, 'first');
  const form = amina.section.view();
  strike(bartek, id, 'second');
  merge(amina, bartek);

  amina.section.edit((draft) => draft.needs.byId(id).restore(), { basis: form });
  const after = [shown(amina), amina.section.edit((draft) => draft.needs.byId(id).restore(), { basis: form }).type];
  const again = replica(9, Y.encodeStateAsUpdate(amina.doc));
  again.section.edit((draft) => draft.needs.byId(id).restore(), { basis: amina.section.view() });

  expect(after).toEqual([[], 'unchanged']);
  expect(shown(again)).toEqual([id]);
});

test('[R51] a struck row that is not shown is not written in', () => {
  const { amina, id } = sharedNeed();
  strike(amina, id);

  const outcome = amina.section.edit((draft) => {
    draft.needs.byId(id).title = 'x';
    draft.needs.byId(id).factors.add('3B');
    draft.needs.byId(id).note.insert(0, 'x');
  });

  expect(outcome).toMatchObject({ refusals: [{ code: 'struck' }, { code: 'struck' }, { code: 'struck' }] });
});

test('[R51] on a form opened before the strike one may write, and the row comes back with a question', () => {
  const { amina, id } = sharedNeed();
  const form = amina.section.view();
  strike(amina, id);

  amina.section.edit((draft) => void (draft.needs.byId(id).title = 'x'), { basis: form });

  expect(amina.section.questions()).toMatchObject([{ kind: 'struck', claims: [{}, { words: 'Title: x' }] }]);
});

test.each([
  ['strike', []],
  ['restore', ['row1x1']],
])('[R52] the question is settled by %s', (answer, left) => {
  const { amina, bartek, id } = sharedNeed();
  strike(amina, id);
  bartek.section.edit((draft) => void (draft.needs.byId(id).level = 4));
  merge(amina, bartek);
  const [question] = bartek.section.questions();

  const wrong = bartek.section.settle(question?.id ?? '', 'perhaps');
  bartek.section.settle(question?.id ?? '', answer);
  merge(amina, bartek);

  expect(wrong).toMatchObject({ type: 'refused', refusals: [{ code: 'wrong-value', path: 'needs' }] });
  expect(amina.section.questions()).toEqual([]);
  expect(shown(amina)).toEqual(left);
});

test('[R52] an answer given before more was typed is refused', () => {
  const { amina, bartek, id } = sharedNeed();
  strike(amina, id);
  bartek.section.edit((draft) => void (draft.needs.byId(id).level = 4));
  merge(amina, bartek);
  const [question] = amina.section.questions();
  bartek.section.edit((draft) => draft.needs.byId(id).note.insert(0, 'Now '));
  merge(amina, bartek);

  expect(amina.section.settle(question?.id ?? '', 'strike')).toMatchObject({
    refusals: [{ code: 'no-such-question' }],
  });
});

test('[R50] an entry of a log can be struck and restored', () => {
  const amina = replica(1);
  const entry = amina.section.edit((draft) =>
    draft.events.append({ occurredOn: '2026-01-01', text: 'Visit', about: [] }),
  );
  const id = entry.type === 'edited' ? entry.result : '';
  amina.section.edit((draft) => draft.events.byId(id).strike('another one'));
  const struck = amina.section.view().events.length;

  amina.section.edit((draft) => draft.events.byId(id).restore());

  expect([struck, amina.section.view().events.length]).toEqual([0, 1]);
});

test('[R50] a strike that came before its row counts', () => {
  const { amina, id } = sharedNeed();
  strike(amina, id);
  const struck = amina.doc.getArray('claims').toJSON().at(-1) as readonly unknown[];
  const fresh = replica(3);
  fresh.doc.getArray('claims').push([struck]);
  fresh.section.view();

  merge(fresh, amina);

  expect(shown(fresh)).toEqual([]);
});

test('[R10] a reason that cannot be kept is refused', () => {
  const { amina, id } = sharedNeed();

  const tooLong = amina.section.edit((draft) => draft.needs.byId(id).strike('x'.repeat(2_001)));
  const halved = amina.section.edit((draft) => void (draft.fullName = 'x'), { reason: '\uD83D' });

  expect(tooLong).toMatchObject({ type: 'refused', refusals: [{ code: 'wrong-value', path: 'needs' }] });
  expect(halved).toMatchObject({ type: 'refused', refusals: [{ code: 'wrong-value', path: '' }] });
});
