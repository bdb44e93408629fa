import { authorshipWords, openUndo } from '@caseweave/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { merge, replica, replicas, type Replica } from './fixtures.ts';

/** Amina and Bartek give one action different dates, apart, and meet. */
function twoDates(): { amina: Replica; bartek: Replica; id: string } {
  const amina = replica(1);
  const outcome = amina.section.edit((draft) => draft.actions.add({ what: 'Mend the lamp', dueOn: '2026-12-10' }));
  const id = outcome.type === 'edited' ? outcome.result : '';
  const [bartek = amina] = replicas(amina, 2);
  setDate(amina, id, '2026-12-03');
  setDate(bartek, id, '2026-12-01');
  merge(amina, bartek);
  return { amina, bartek, id };
}

const setDate = ({ section }: Replica, id: string, date: string): void => {
  section.edit((draft) => {
    draft.actions.byId(id).dueOn = date;
  });
};

test('[R40] a question says in plain words what was written, by whom, what stands, and why', () => {
  const { amina, id } = twoDates();

  expect(amina.section.questions()).toEqual([
    {
      id: expect.any(String) as unknown,
      section: 'plan',
      entity: id,
      field: 'dueOn',
      path: 'actions.dueOn',
      kind: 'values',
      label: 'By when',
      row: 'Mend the lamp',
      claims: [
        expect.objectContaining({
          value: '2026-12-01',
          words: '1 December 2026',
          author: { id: 'b', name: 'Bartek', organisation: 'Health visiting' },
          at: 1_790_000_000_000,
        }),
        expect.objectContaining({ value: '2026-12-03', words: '3 December 2026', client: 1 }),
      ],
      standing: '2026-12-01',
      standingWords: '1 December 2026',
      because: 'the earlier date is used until you decide',
    },
  ]);
});

test('[R41] every replica asks the same questions, by the same ids, in the same order', () => {
  const { amina, bartek } = twoDates();
  for (const [of, name] of [
    [amina, 'Okoro'],
    [bartek, 'Mensah'],
  ] as const) {
    of.section.edit((draft) => {
      draft.fullName = name;
    });
  }
  merge(amina, bartek);

  expect(amina.section.questions()).toHaveLength(2);
  expect(amina.section.questions()).toEqual(bartek.section.questions());
});

test('[R42] settling writes the value, supersedes both claims, keeps the reason, and the question is gone for all', () => {
  const { amina, bartek, id } = twoDates();
  const [question] = bartek.section.questions();

  const outcome = bartek.section.settle(question?.id ?? '', '2026-12-03', { reason: 'The clinic offered it' });
  merge(amina, bartek);

  expect(outcome.type).toBe('edited');
  expect(amina.section.questions()).toEqual([]);
  expect(amina.section.view().actions.byId(id)?.dueOn).toBe('2026-12-03');
  expect(amina.section.provenance(id, 'actions.dueOn')).toMatchObject([{ client: 2, why: 'The clinic offered it' }]);
});

test('[R42] an answer to a question that has become another is refused', () => {
  const { amina, bartek, id } = twoDates();
  const [asked] = amina.section.questions();
  const chidi = replica(3, Y.encodeStateAsUpdate(replica(1).doc));
  merge(amina, chidi);
  setDate(bartek, id, '2026-12-05');
  setDate(chidi, id, '2026-12-06');
  merge(amina, bartek, chidi);

  const outcome = amina.section.settle(asked?.id ?? '', '2026-12-03');

  expect(outcome).toMatchObject({ type: 'refused', refusals: [{ code: 'no-such-question' }] });
  expect(amina.section.questions()).toMatchObject([{ claims: [{ value: '2026-12-05' }, { value: '2026-12-06' }] }]);
});

test('[R42] an answer is checked as any value is', () => {
  const { amina } = twoDates();
  const [question] = amina.section.questions();

  const outcome = amina.section.settle(question?.id ?? '', 'soon');

  expect(outcome).toMatchObject({ type: 'refused', refusals: [{ code: 'wrong-value', path: 'actions.dueOn' }] });
  expect(amina.section.questions()).toHaveLength(1);
});

test('[R43] a later write that saw both claims settles the question', () => {
  const { amina, bartek, id } = twoDates();

  setDate(amina, id, '2026-12-24');
  merge(amina, bartek);

  expect(bartek.section.questions()).toEqual([]);
});

test('[R42] two people who settle a question alike agree; differently, they are asked again', () => {
  for (const [one, other, open] of [
    ['2026-12-03', '2026-12-03', 0],
    ['2026-12-03', '2026-12-01', 1],
  ] as const) {
    const { amina, bartek } = twoDates();
    const [question] = amina.section.questions();
    amina.section.settle(question?.id ?? '', one);
    bartek.section.settle(question?.id ?? '', other);

    merge(amina, bartek);

    expect(amina.section.questions()).toHaveLength(open);
  }
});

test('[R42] settling a progress supersedes the lesser states too, so that going back holds', () => {
  const amina = replica(1);
  const added = amina.section.edit((draft) => draft.actions.add({ what: 'Call' }));
  const id = added.type === 'edited' ? added.result : '';
  const [bartek = amina, chidi = amina] = replicas(amina, 2, 3);
  const set = ({ section }: Replica, status: 'done' | 'not_done' | 'in_progress'): void => {
    section.edit((draft) => {
      draft.actions.byId(id).status = status;
    });
  };
  set(amina, 'done');
  set(bartek, 'not_done');
  set(chidi, 'in_progress');
  merge(amina, bartek, chidi);

  amina.section.settle(amina.section.questions()[0]?.id ?? '', 'agreed');

  expect(amina.section.view().actions.byId(id)?.status).toBe('agreed');
  expect(amina.section.questions()).toEqual([]);
});

test('[R60] provenance names who wrote a value, and of a restored one who wrote it first', () => {
  const amina = replica(1);
  amina.doc.clientID = 1;
  amina.doc.getArray('claims').push([['', 'fullName', 'Okoro', { t: 5, of: 2, why: 'restored' }]]);

  expect(amina.section.provenance('', 'fullName')).toEqual([
    {
      value: 'Okoro',
      author: { id: 'a', name: 'Amina', organisation: 'School' },
      firstAuthor: { id: 'b', name: 'Bartek', organisation: 'Health visiting' },
      of: 2,
      at: 5,
      why: 'restored',
      client: 1,
      clock: 0,
    },
  ]);
  expect(() => amina.section.provenance('', 'invented')).toThrow('no field');
  expect(amina.section.provenance('nobody', 'needs.title')).toEqual([]);
});

test('[R60] authorship in words never gives a restored value to its first author alone', () => {
  const amina = { id: 'a', name: 'Amina' };
  const bartek = { id: 'b', name: 'Bartek' };

  expect([
    authorshipWords({ author: amina }),
    authorshipWords({ author: bartek, firstAuthor: amina, of: 1 }),
    authorshipWords({ author: amina, firstAuthor: amina, of: 1 }),
    authorshipWords({ author: bartek, of: 1 }),
    authorshipWords({}),
  ]).toEqual([
    'written by Amina',
    'restored by Bartek, first written by Amina',
    'restored by Amina, who first wrote it',
    'restored by Bartek, first written by somebody else',
    'written by somebody else',
  ]);
});

test('[R61] the authors of a text cover it without gaps, deleted words left out', () => {
  const amina = replica(1);
  amina.section.edit((draft) => draft.story.insert(0, 'Ada likes school.'));
  const [bartek = amina] = replicas(amina, 2);
  bartek.section.edit((draft) => {
    draft.story.delete(4, 5);
    draft.story.insert(4, 'loves', { bold: true });
  });
  merge(amina, bartek);

  expect(amina.section.textAuthors('story')).toEqual([
    { from: 0, to: 4, author: expect.objectContaining({ name: 'Amina' }) as unknown, client: 1 },
    { from: 4, to: 9, author: expect.objectContaining({ name: 'Bartek' }) as unknown, client: 2 },
    { from: 9, to: 17, author: expect.objectContaining({ name: 'Amina' }) as unknown, client: 1 },
  ]);
  expect(() => amina.section.textAuthors('needs.note')).toThrow('no text');
});

test('[R61] formatting another’s words leaves them theirs; typing within them does not make the rest one’s own', () => {
  const amina = replica(1);
  amina.section.edit((draft) => draft.story.insert(0, 'Ada likes school.'));
  const [bartek = amina] = replicas(amina, 2);
  bartek.section.edit((draft) => {
    draft.story.format(0, 9, { bold: true });
    draft.story.insert(3, ' really', { italic: true });
  });
  merge(amina, bartek);

  const spans = amina.section.textAuthors('story').map(({ from, to, client }) => [from, to, client]);
  expect(amina.section.view().story.text).toBe('Ada really likes school.');
  expect(spans).toEqual([
    [0, 3, 1],
    [3, 10, 2],
    [10, 24, 1],
  ]);
});

test('[R61] whatever two people type, delete, format, take back and do again, each live character has its writer', () => {
  const step = fc.record({
    by: fc.nat({ max: 1 }),
    type: fc.constantFrom('type', 'type', 'delete', 'bold', 'undo', 'redo', 'meet'),
    at: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25, size: 'max' }), (steps) => {
      const devices = [replica(1), replica(2)];
      const [amina, bartek] = devices;
      if (amina === undefined || bartek === undefined) return;
      const stacks = devices.map(({ section }) => openUndo([section]));
      // Each writes a letter of their own, so that the letters say who wrote them first.
      for (const { by, type, at } of steps) {
        const { section } = devices[by] ?? amina;
        const { length } = section.text('story');
        if (type === 'type') section.edit((draft) => draft.story.insert(at % (length + 1), by === 0 ? 'aa' : 'bb'));
        if (type === 'delete' && length > 0) section.edit((draft) => draft.story.delete(at % length, 1));
        if (type === 'bold' && length > 0) section.edit((draft) => draft.story.format(at % length, 1, { bold: true }));
        if (type === 'undo') stacks[by]?.undo();
        if (type === 'redo') stacks[by]?.redo();
        if (type === 'meet') merge(amina, bartek);
      }
      merge(amina, bartek);
      const text = amina.section.view().story.text;
      const spans = amina.section.textAuthors('story');
      const brought = steps.some(({ type }) => type === 'undo');

      expect(bartek.section.textAuthors('story')).toEqual(spans);
      expect(spans.at(-1)?.to ?? 0).toBe(text.length);
      expect(spans.every(({ from }, nth) => from === (spans[nth - 1]?.to ?? 0))).toBe(true);
      for (const { from, to, client } of brought ? [] : spans) {
        expect(text.slice(from, to)).toBe((client === 1 ? 'a' : 'b').repeat(to - from));
      }
    }),
  );
});
