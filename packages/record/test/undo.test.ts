import { defineSection, editSections, openSection, openUndo, register, type UndoOutcome } from '@caseweave/record';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { merge, replica, replicas, type PlanSection, type Replica } from './fixtures.ts';

const added = (outcome: { readonly type: string; readonly result?: string }): string => outcome.result ?? '';
const wordsOf = (outcome: UndoOutcome): string => ('words' in outcome ? outcome.words : outcome.type);

/** An action that Amina wrote, with a stack of Bartek's on his copy of it. */
function formWithDate() {
  const amina = replica(1);
  const id = added(
    amina.section.edit((draft) => draft.actions.add({ what: 'School transport form', dueOn: '2026-12-10' })),
  );
  const [bartek = amina] = replicas(amina, 2);
  return { amina, bartek, id, mine: openUndo([bartek.section]) };
}

const setDate = ({ section }: Replica, id: string, date: string): void => {
  section.edit((draft) => void (draft.actions.byId(id).dueOn = date));
};
const dateOf = ({ section }: Replica, id: string): unknown => section.view().actions.byId(id)?.dueOn;

describe('a value', () => {
  test('[R100] [R103] [R104] undo deletes what was written, writes again what it superseded, and says what', () => {
    const { amina, bartek, id, mine } = formWithDate();
    setDate(bartek, id, '2026-12-03');

    const outcome = mine.undo();
    merge(amina, bartek);

    expect(outcome).toEqual({
      type: 'taken-back',
      words: 'Took back: by when of School transport form',
      changes: [[{ entity: id, path: 'actions.dueOn', label: 'By when', words: 'back to 10 December 2026' }]],
      left: [],
    });
    expect(dateOf(amina, id)).toBe('2026-12-10');
    expect(amina.section.questions()).toEqual([]);
    expect(amina.section.provenance(id, 'actions.dueOn')).toMatchObject([
      { value: '2026-12-10', author: { name: 'Bartek' }, firstAuthor: { name: 'Amina' }, client: 2 },
    ]);
  });

  test('[R105] redo does again what was taken back, and a new edit ends what could be redone', () => {
    const { bartek, id, mine } = formWithDate();
    setDate(bartek, id, '2026-12-03');
    mine.undo();

    const redone = mine.redo();
    const date = dateOf(bartek, id);
    mine.undo();
    setDate(bartek, id, '2026-12-24');

    expect(wordsOf(redone)).toBe('Did again: by when of School transport form');
    expect(date).toBe('2026-12-03');
    expect([mine.canRedo, mine.redo()]).toEqual([false, { type: 'nothing', words: 'There is nothing to do again.' }]);
  });

  test('[R101] what another has superseded is left, with whose it is, and nothing is written', () => {
    const { amina, bartek, id, mine } = formWithDate();
    setDate(bartek, id, '2026-12-03');
    merge(amina, bartek);
    setDate(amina, id, '2026-12-05');
    merge(amina, bartek);
    const before = Y.encodeStateAsUpdate(bartek.doc);

    const outcome = mine.undo();

    expect(outcome).toEqual({
      type: 'overtaken',
      words: 'Not taken back: by when of School transport form, which Amina changed since.',
    });
    expect(Y.encodeStateAsUpdate(bartek.doc)).toEqual(before);
    expect(mine.canUndo).toBe(false);
  });

  test('[R100] beside a rival of mine only mine is taken back', () => {
    const { amina, bartek, id, mine } = formWithDate();
    setDate(bartek, id, '2026-12-03');
    setDate(amina, id, '2026-12-05');
    merge(amina, bartek);

    mine.undo();
    merge(amina, bartek);

    expect(amina.section.provenance(id, 'actions.dueOn').map(({ value }) => value)).toEqual([
      '2026-12-05',
      '2026-12-10',
    ]);
  });

  test('[R100] settling a question is taken back: it is open again', () => {
    const { amina, bartek, id, mine } = formWithDate();
    setDate(amina, id, '2026-12-05');
    setDate(bartek, id, '2026-12-03');
    merge(amina, bartek);
    bartek.section.settle(bartek.section.questions()[0]?.id ?? '', '2026-12-24', { reason: 'x' });

    mine.undo();
    merge(amina, bartek);

    expect(amina.section.questions()).toMatchObject([
      { path: 'actions.dueOn', claims: [{ value: '2026-12-03' }, { value: '2026-12-05' }] },
    ]);
  });

  test('[R101] a part that is another’s by now is left, the rest is taken back', () => {
    const { amina, bartek, id, mine } = formWithDate();
    bartek.section.edit((draft) => {
      draft.actions.byId(id).dueOn = '2026-12-03';
      draft.fullName = 'Okoro';
    });
    merge(amina, bartek);
    setDate(amina, id, '2026-12-05');
    merge(amina, bartek);

    const outcome = mine.undo();

    expect(outcome).toMatchObject({
      type: 'taken-back',
      words: 'Took back: full name',
      left: ['by when of School transport form, which Amina changed since'],
    });
    expect([bartek.section.view().fullName, dateOf(bartek, id)]).toEqual([null, '2026-12-05']);
  });
});

describe('other kinds', () => {
  test('[R100] members of a set, progress and places go back to what they were', () => {
    const { bartek, id, mine } = formWithDate();
    bartek.section.edit((draft) => {
      draft.languages.add('Twi');
      draft.actions.add({ what: 'Second' });
    });
    const before = bartek.section.view();
    bartek.section.edit((draft) => {
      draft.languages.delete('Twi');
      draft.languages.add('Welsh');
      draft.actions.byId(id).status = 'done';
      draft.actions.move(before.actions[1]?.id ?? '', {});
    });
    const after = bartek.section.view();

    const outcome = mine.undo();

    expect(bartek.section.view()).toEqual(before);
    expect(outcome).toMatchObject({
      changes: [
        [
          { path: 'languages', words: 'removed Welsh' },
          { path: 'actions.status', words: 'back to proposed' },
          { path: 'actions.place', words: 'moved back' },
          { path: 'languages', words: 'added Twi' },
        ].map((note) => expect.objectContaining(note) as unknown),
      ],
    });
    mine.redo();
    expect(bartek.section.view()).toEqual(after);
  });

  test('[R101] a member that another has added again is left', () => {
    const { amina, bartek, mine } = formWithDate();
    amina.section.edit((draft) => draft.languages.add('Twi'));
    merge(amina, bartek);
    bartek.section.edit((draft) => draft.languages.delete('Twi'));
    amina.section.edit((draft) => draft.languages.add('Twi'));
    merge(amina, bartek);

    expect(wordsOf(mine.undo())).toBe('Not taken back: languages spoken Twi, which Amina changed since.');
    expect(amina.section.provenance('', 'languages')).toHaveLength(1);
  });

  test('[R102] a row that I added is struck, and comes back by redo', () => {
    const { amina, bartek, mine } = formWithDate();
    const before = bartek.section.view();
    const id = added(bartek.section.edit((draft) => draft.needs.add({ title: 'Sleep', note: 'wakes at four' })));
    const after = bartek.section.view();

    const outcome = mine.undo();
    merge(amina, bartek);

    expect(wordsOf(outcome)).toBe('Took back: Need Sleep');
    expect(amina.section.view()).toEqual(before);
    expect(amina.section.questions()).toEqual([]);
    expect(amina.section.text('needs.note', id).toJSON()).toBe('wakes at four');
    expect(wordsOf(mine.redo())).toBe('Did again: Need Sleep');
    merge(amina, bartek);
    expect(amina.section.view()).toEqual(after);
  });

  test('[R102] a row in which somebody else wrote is left; what they wrote unseen brings it back with a question', () => {
    const { amina, bartek, mine } = formWithDate();
    const add = (): string => added(bartek.section.edit((draft) => draft.needs.add({ title: 'Sleep' })));
    const seen = add();
    merge(amina, bartek);
    amina.section.edit((draft) => void (draft.needs.byId(seen).level = 3));
    merge(amina, bartek);
    const left = mine.undo();
    const unseen = add();
    merge(amina, bartek);
    amina.section.edit((draft) => draft.needs.byId(unseen).note.insert(0, 'Also at noon'));
    mine.undo();
    merge(amina, bartek);

    expect(wordsOf(left)).toBe('Not taken back: Need Sleep, in which Amina wrote since.');
    expect(bartek.section.view().needs.map(({ id }) => id)).toEqual([seen, unseen]);
    expect(bartek.section.questions()).toMatchObject([{ kind: 'struck', entity: unseen }]);
  });

  test('[R102] of an edit that wrote in a row and struck it, the row comes back, with what was written and word of it', () => {
    const { bartek, id, mine } = formWithDate();
    bartek.section.edit((draft) => {
      draft.actions.byId(id).dueOn = '2026-12-03';
      draft.actions.byId(id).strike('Entered twice');
    });
    expect(bartek.section.view().actions).toEqual([]);

    const outcome = mine.undo();

    expect(dateOf(bartek, id)).toBe('2026-12-03');
    expect(outcome).toMatchObject({ type: 'taken-back', left: [expect.stringContaining('by when')] });
    mine.redo();
    expect(bartek.section.view().actions).toEqual([]);
    expect(bartek.section.questions()).toEqual([]);
  });

  test('[R102] an entry of a log that I added is struck', () => {
    const { bartek, mine } = formWithDate();
    bartek.section.edit((draft) => draft.events.append({ occurredOn: '2026-01-01', text: 'Visit', about: [] }));

    mine.undo();
    const gone = bartek.section.view().events.length;
    mine.redo();

    expect([gone, bartek.section.view().events.length]).toEqual([0, 1]);
  });

  test('[R100] striking and restoring are taken back; what I wrote between does not bring the row back', () => {
    const { bartek, id, mine } = formWithDate();
    bartek.section.edit((draft) => draft.actions.byId(id).strike('another one'));
    const struck = bartek.section.view().actions.length;
    mine.undo();
    const back = bartek.section.view().actions.length;
    bartek.section.edit((draft) => draft.actions.byId(id).strike('another one'));
    bartek.section.edit((draft) => draft.actions.byId(id).restore());
    setDate(bartek, id, '2026-12-03');
    mine.undo();
    const outcome = mine.undo();

    expect([struck, back]).toEqual([0, 1]);
    expect(wordsOf(outcome)).toBe('Took back: Action School transport form, entered in error');
    expect(bartek.section.view().actions).toHaveLength(0);
    expect(bartek.section.questions()).toEqual([]);
  });

  test('[R100] taking back a strike shows again what the strike before it had missed', () => {
    const { amina, bartek, id, mine } = formWithDate();
    amina.section.edit((draft) => draft.actions.byId(id).strike('another one'));
    setDate(bartek, id, '2026-12-03');
    merge(amina, bartek);
    const asked = bartek.section.questions();
    bartek.section.edit((draft) => draft.actions.byId(id).strike('agreed'));
    mine.undo();

    expect(bartek.section.view().actions).toMatchObject([{ id, dueOn: '2026-12-03', struck: { why: 'another one' } }]);
    expect([asked, bartek.section.questions()]).toMatchObject([[{ kind: 'struck' }], [{ kind: 'struck' }]]);
  });

  test('[R101] in a row that was struck since nothing is taken back', () => {
    const { amina, bartek, id, mine } = formWithDate();
    setDate(bartek, id, '2026-12-03');
    merge(amina, bartek);
    amina.section.edit((draft) => draft.actions.byId(id).strike('another one'));
    merge(amina, bartek);

    expect(wordsOf(mine.undo())).toBe('Not taken back: by when of School transport form, in what was struck since.');
    expect(bartek.section.view().actions).toHaveLength(0);
  });
});

describe('texts', () => {
  const story = ({ section }: Replica): string => section.view().story.text;

  /** Types as a bound editor does. */
  const typing = ({ doc, section }: Replica): ((index: number, words: string) => void) => {
    const editor = {};
    section.bindOrigin(editor);
    return (index, words) => doc.transact(() => section.text('story').insert(index, words), editor);
  };

  test('[R106] my words are taken back beside those of others, in the order in which things were done', () => {
    const { amina, bartek, id, mine } = formWithDate();
    const type = typing(bartek);
    type(0, 'Ada plays.');
    setDate(bartek, id, '2026-12-03');
    bartek.section.edit((draft) => draft.story.insert(10, ' She sings.'));
    merge(amina, bartek);
    amina.section.edit((draft) => draft.story.insert(4, 'often '));
    merge(amina, bartek);

    const outcomes = [mine.undo(), mine.undo(), mine.undo()];
    const left = [story(bartek), dateOf(bartek, id)];
    const again = [mine.redo(), mine.redo(), mine.redo()];

    expect(outcomes.map(wordsOf)).toEqual([
      'Took back: words in full story',
      'Took back: by when of School transport form',
      'Took back: words in full story',
    ]);
    expect(left).toEqual(['often ', '2026-12-10']);
    expect(again.map(({ type: done }) => done)).toEqual(['taken-back', 'taken-back', 'taken-back']);
    expect([story(bartek), dateOf(bartek, id)]).toEqual(['Ada often plays. She sings.', '2026-12-03']);
  });

  test('[R106] typing without a pause is taken back as one, and with one in two', () => {
    let now = 0;
    const { section, doc } = replica(1, undefined, () => now);
    const mine = openUndo([section], { pause: 500 });
    const type = typing({ section, doc });
    for (const [index, letter] of 'Ada plays'.split('').entries()) {
      now += letter === ' ' ? 600 : 100;
      type(index, letter);
    }

    mine.undo();
    const first = section.view().story.text;
    mine.undo();

    expect([first, section.view().story.text]).toEqual(['Ada', '']);
  });

  test('[R106] words and values of one edit are one transaction, and one to take back', () => {
    const { bartek, mine } = formWithDate();
    bartek.section.edit((draft) => {
      draft.story.insert(0, 'Ada plays.');
      draft.fullName = 'Okoro';
    });
    let updates = 0;
    bartek.doc.on('update', (_, __, ___, transaction) => (updates += bartek.section.isOwn(transaction) ? 1 : 100));

    mine.undo();

    expect([story(bartek), bartek.section.view().fullName, updates]).toEqual(['', null, 1]);
    mine.redo();
    expect([story(bartek), bartek.section.view().fullName, updates]).toEqual(['Ada plays.', 'Okoro', 2]);
  });

  test('[R106] of words that others have removed there is nothing to take back', () => {
    const { amina, bartek, mine } = formWithDate();
    bartek.section.edit((draft) => draft.story.insert(0, 'Ada plays.'));
    merge(amina, bartek);
    amina.section.edit((draft) => draft.story.delete(0, 10));
    merge(amina, bartek);

    expect(wordsOf(mine.undo())).toBe('Not taken back: words in full story, which others have changed since.');
    expect(mine.canRedo).toBe(false);
  });

  test('[R61] [R106] deleted words of another that I bring back are mine to answer for, and never silently theirs', () => {
    const { amina, bartek, mine } = formWithDate();
    amina.section.edit((draft) => draft.story.insert(0, 'Ada plays.'));
    merge(amina, bartek);
    bartek.section.edit((draft) => draft.story.delete(0, 4));
    mine.undo();
    merge(amina, bartek);

    expect(amina.section.textAuthors('story')).toMatchObject([
      { from: 0, to: 4, author: { name: 'Bartek' } },
      { from: 4, to: 10, author: { name: 'Amina' } },
    ]);
  });
});

describe('the stack', () => {
  test('[R107] an edit of several sections is taken back as one', () => {
    const contact = defineSection({
      name: 'contact',
      version: 1,
      oldestWriter: 1,
      fields: { phone: register(z.string(), { label: 'Phone' }) },
    });
    const { section: plan } = replica(1);
    const doc = new Y.Doc();
    doc.clientID = 1;
    const other = openSection(contact, { doc, now: () => 0, newId: () => 'x', authorOf: () => undefined });
    const mine = openUndo([plan, other]);
    editSections([plan, other], ([draft, contactDraft]) => {
      draft.fullName = 'Okoro';
      contactDraft.phone = '01902 000000';
    });
    const heard: unknown[] = [];
    plan.subscribe(() => heard.push(other.view().phone));

    const outcome = mine.undo();

    expect(outcome).toMatchObject({
      words: 'Took back: full name and phone',
      changes: [[{ path: 'fullName' }], [{ path: 'phone' }]],
    });
    expect([plan.view().fullName, other.view().phone, heard]).toEqual([null, null, [null]]);
  });

  test('[R108] it remembers so many edits as it is told to, and none from before it was opened or after it was closed', () => {
    const { section } = replica(1);
    const name = (to: string): unknown => section.edit((draft) => void (draft.fullName = to));
    name('Abebe');
    const mine = openUndo([section], { limit: 2 });
    for (const to of ['Boateng', 'Chaudhry', 'Diallo']) name(to);

    const done = [mine.undo(), mine.undo(), mine.undo()].map(({ type }) => type);
    const left = section.view().fullName;
    mine.redo();
    mine.close();
    name('Evans');

    expect(done).toEqual(['taken-back', 'taken-back', 'nothing']);
    expect(left).toBe('Boateng');
    expect([mine.canUndo, mine.canRedo]).toEqual([false, false]);
  });

  test('[R109] in a closed section, and during a transaction, undo is refused and forgets nothing', () => {
    const { section, doc } = replica(1);
    const mine = openUndo([section]);
    section.edit((draft) => void (draft.fullName = 'Okoro'));

    const during = doc.transact(() => mine.undo());
    section.close();
    const closed = mine.undo();

    expect(during).toMatchObject({ type: 'refused', refusals: [{ code: 'in-transaction', section: 0 }] });
    expect(closed).toMatchObject({ type: 'refused', refusals: [{ code: 'closed', section: 0 }] });
    expect(mine.canUndo).toBe(true);
  });

  test('[R100] two stacks over one section remember apart', () => {
    const { section } = replica(1);
    const [one, other] = [openUndo([section]), openUndo([section])];
    const name = (to: string, of: PlanSection = section): unknown => of.edit((draft) => void (draft.fullName = to));
    name('Abebe');
    name('Boateng');

    one.undo();
    const left = section.view().fullName;
    // For the other stack the undo was an edit like any other.
    other.undo();

    expect([left, section.view().fullName]).toEqual(['Abebe', 'Boateng']);
  });
});
