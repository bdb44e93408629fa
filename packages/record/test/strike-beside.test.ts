import type { Draft } from '@caseweave/record';
import { describe, expect, test } from 'vitest';
import { merge, replica, replicas, type plan, type Replica } from './fixtures.ts';

type Change = (draft: Draft<typeof plan>, ids: Ids) => unknown;
interface Ids {
  readonly need: string;
  readonly action: string;
  readonly event: string;
}

/** Amina and Bartek hold one row of each kind, with something in every field. */
function both(): { amina: Replica; bartek: Replica; ids: Ids } {
  const amina = replica(1);
  const outcome = amina.section.edit((draft) => {
    const need = draft.needs.add({
      title: 'Sleep',
      level: 2,
      factors: ['3B'],
      detail: { note: 'x' },
      note: 'wakes at four',
    });
    draft.actions.add({ what: 'First' });
    const action = draft.actions.add({ what: 'Call', owners: ['m1'], dueOn: '2026-12-01', status: 'agreed' });
    const event = draft.events.append({ occurredOn: '2026-01-01', text: 'Visit', about: ['p1'] });
    return { need, action, event };
  });
  if (outcome.type !== 'edited') throw new Error(outcome.type);
  const [bartek = amina] = replicas(amina, 2, 3);
  return { amina, bartek, ids: outcome.result };
}

const rowOf = ({ section }: Replica, kind: keyof Ids, id: string): unknown => {
  const view = section.view();
  return kind === 'need' ? view.needs.byId(id) : kind === 'action' ? view.actions.byId(id) : view.events.byId(id);
};

const strike =
  (kind: keyof Ids): Change =>
  (draft, ids) =>
    (kind === 'need' ? draft.needs : kind === 'action' ? draft.actions : draft.events)
      .byId(ids[kind])
      .strike('in error');
const restore =
  (kind: keyof Ids): Change =>
  (draft, ids) =>
    (kind === 'need' ? draft.needs : kind === 'action' ? draft.actions : draft.events).byId(ids[kind]).restore();

// What writes something in the row is missed by a strike that did not see it; what only takes away is not.
const edits: readonly (readonly [string, keyof Ids, 'missed' | 'hidden', Change])[] = [
  ['a register', 'need', 'missed', (draft, { need }) => (draft.needs.byId(need).title = 'Sleeping')],
  ['an equal value', 'need', 'missed', (draft, { need }) => (draft.needs.byId(need).level = 2)],
  ['a cleared register', 'need', 'missed', (draft, { need }) => (draft.needs.byId(need).level = null)],
  ['an object', 'need', 'missed', (draft, { need }) => (draft.needs.byId(need).detail = { note: 'y' })],
  ['a progress', 'action', 'missed', (draft, { action }) => (draft.actions.byId(action).status = 'done')],
  ['a member added', 'need', 'missed', (draft, { need }) => draft.needs.byId(need).factors.add('4A')],
  ['a member removed', 'need', 'hidden', (draft, { need }) => draft.needs.byId(need).factors.delete('3B')],
  ['a place', 'action', 'missed', (draft, { action }) => draft.actions.move(action, {})],
  ['characters', 'need', 'missed', (draft, { need }) => draft.needs.byId(need).note.insert(5, ' up')],
  ['characters removed', 'need', 'hidden', (draft, { need }) => draft.needs.byId(need).note.delete(0, 5)],
  [
    'an addition to an entry',
    'event',
    'missed',
    (draft, { event }) => draft.events.byId(event).addendum('The day before'),
  ],
];

describe('a strike beside an edit that it did not see', () => {
  test.each(edits)(
    '[R50] [R51] %s: the row is whole, or not shown; restored, it has all that was written',
    (_, kind, comes, change) => {
      const { amina, bartek, ids } = both();
      // Only its author adds to an entry, so here Amina edits and Bartek strikes.
      amina.section.edit((draft) => void change(draft, ids));
      const edited = rowOf(amina, kind, ids[kind]);
      bartek.section.edit((draft) => void strike(kind)(draft, ids));
      expect(rowOf(bartek, kind, ids[kind])).toBeUndefined();

      merge(amina, bartek);
      const shown = [amina, bartek].map((device) => rowOf(device, kind, ids[kind]));
      const asked = amina.section.questions().map((question) => [question.kind, question.entity]);
      expect(bartek.section.questions()).toEqual(amina.section.questions());
      amina.section.edit((draft) => void restore(kind)(draft, ids));
      merge(amina, bartek);

      const struck = { ...(edited as object), struck: { why: 'in error' } };
      expect(shown.map((row) => (row === undefined ? row : { ...(row as object) }))).toEqual(
        comes === 'missed' ? [struck, struck] : [undefined, undefined],
      );
      expect(asked).toEqual(comes === 'missed' ? [['struck', ids[kind]]] : []);
      expect([amina, bartek].map((device) => rowOf(device, kind, ids[kind]))).toEqual([edited, edited]);
      expect(amina.section.questions()).toEqual([]);
    },
  );
});

describe('restoring beside an edit', () => {
  test.each(edits)(
    '[R51] %s written on a form from before the strike is all there after restoring',
    (_, kind, __, change) => {
      const { amina, bartek, ids } = both();
      const form = amina.section.view();
      bartek.section.edit((draft) => void strike(kind)(draft, ids));
      merge(amina, bartek);
      bartek.section.edit((draft) => void restore(kind)(draft, ids));
      const outcome = amina.section.edit((draft) => void change(draft, ids), { basis: form });
      merge(amina, bartek);

      expect(outcome.type).toBe('edited');
      expect(rowOf(amina, kind, ids[kind])).toEqual(rowOf(bartek, kind, ids[kind]));
      expect(rowOf(amina, kind, ids[kind])).toMatchObject({ id: ids[kind] });
      expect(rowOf(amina, kind, ids[kind])).not.toHaveProperty('struck');
      expect(amina.section.questions()).toEqual([]);
    },
  );
});
