import { collection, defineSection, openSection, register } from '@caseweave/record';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { merge, replica, replicas, type Replica } from './fixtures.ts';

const twoWith = (start: (replica: Replica) => void): readonly [Replica, Replica] => {
  const first = replica(1);
  start(first);
  const [second = first] = replicas(first, 2);
  return [first, second];
};

const added = (outcome: { readonly type: string; readonly result?: string }): string => outcome.result ?? '';

describe('register', () => {
  test('[R20] equal values written apart are one, without a question', () => {
    const [amina, bartek] = twoWith(() => {});
    for (const { section } of [amina, bartek]) section.edit((draft) => void (draft.fullName = 'Okoro'));

    merge(amina, bartek);

    expect(amina.section.view().fullName).toBe('Okoro');
    expect(amina.section.questions()).toEqual([]);
    expect(amina.section.provenance('', 'fullName')).toHaveLength(2);
  });

  test.each([
    ['fullName' as const, 'Zogaj', 'Abebe', 'Abebe', 'the first in alphabetical order is shown until you decide'],
    ['reviewOn' as const, '2026-12-03', '2026-11-30', '2026-11-30', 'the earlier date is used until you decide'],
    ['fullName' as const, null, 'Abebe', 'Abebe', 'the first in alphabetical order is shown until you decide'],
  ])(
    '[R20] of different values of %s the declared one stands, whoever wrote it',
    (field, one, other, stands, because) => {
      for (const [first, second] of [
        [one, other],
        [other, one],
      ] as const) {
        const [amina, bartek] = twoWith(() => {});
        amina.section.edit((draft) => void (draft[field] = first));
        bartek.section.edit((draft) => void (draft[field] = second));

        merge(amina, bartek);

        expect(amina.section.view()[field]).toBe(stands);
        expect(amina.section.questions()).toMatchObject([{ standing: stands, because }]);
      }
    },
  );

  test('[R20] `highest` is the order of numbers, and three values are spoken of as three', () => {
    let id = '';
    const amina = replica(1);
    id = added(amina.section.edit((draft) => draft.needs.add({ title: 'Sleep' })));
    const [bartek = amina, chidi = amina] = replicas(amina, 2, 3);
    amina.section.edit((draft) => void (draft.needs.byId(id).level = 2));
    bartek.section.edit((draft) => void (draft.needs.byId(id).level = 4));
    chidi.section.edit((draft) => void (draft.needs.byId(id).level = 3));

    merge(amina, bartek, chidi);

    expect(amina.section.view().needs.byId(id)?.level).toBe(4);
    expect(amina.section.questions()[0]?.because).toBe('the highest value is used until you decide');
  });

  test('[R20] a declared order, and a declared function, decide', () => {
    const levels = ['universal', 'targeted', 'statutory'] as const;
    const schema = defineSection({
      name: 'orders',
      version: 1,
      oldestWriter: 1,
      fields: {
        level: register(z.enum(levels), { standing: 'highest', order: levels }),
        longest: register(z.string(), {
          standing: {
            choose: (values) => values.toSorted((a, b) => b.length - a.length)[0] ?? '',
            because: 'the longer account is shown until you decide',
          },
        }),
        invented: register(z.string(), { standing: { choose: () => 'nobody wrote this', because: '' } }),
      },
    });
    const [one, two] = [1, 2].map((client) => {
      const doc = new Y.Doc();
      doc.clientID = client;
      return openSection(schema, { doc, now: () => 0, newId: () => 'x', authorOf: () => undefined });
    });
    one?.edit((draft) => {
      draft.level = 'statutory';
      draft.longest = 'zz';
      draft.invented = 'b';
    });
    two?.edit((draft) => {
      draft.level = 'universal';
      draft.longest = 'long';
      draft.invented = 'a';
    });

    if (one !== undefined && two !== undefined) Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc));

    expect(one?.view()).toMatchObject({ level: 'statutory', longest: 'long', invented: 'a' });
    expect(one?.questions().map(({ because }) => because)).toContain('the longer account is shown until you decide');
  });
});

describe('progress', () => {
  const start = (first: Replica): string => added(first.section.edit((draft) => draft.actions.add({ what: 'Call' })));

  test('[R21] the furthest state stands without a question', () => {
    let id = '';
    const [amina, bartek] = twoWith((first) => (id = start(first)));
    expect(amina.section.view().actions.byId(id)?.status).toBe('proposed');
    amina.section.edit((draft) => void (draft.actions.byId(id).status = 'done'));
    bartek.section.edit((draft) => void (draft.actions.byId(id).status = 'in_progress'));

    merge(amina, bartek);

    expect(bartek.section.view().actions.byId(id)?.status).toBe('done');
    expect(bartek.section.questions()).toEqual([]);
  });

  test('[R21] two different end states are a question', () => {
    let id = '';
    const [amina, bartek] = twoWith((first) => (id = start(first)));
    amina.section.edit((draft) => void (draft.actions.byId(id).status = 'done'));
    bartek.section.edit((draft) => void (draft.actions.byId(id).status = 'no_longer_needed'));

    merge(amina, bartek);

    expect(amina.section.questions()).toMatchObject([
      { kind: 'end-states', row: 'Call', label: 'Status', claims: [{ words: 'done' }, { words: 'no longer needed' }] },
    ]);
  });

  test('[R21] going back takes an edit that saw the further state', () => {
    let id = '';
    const [amina, bartek] = twoWith((first) => (id = start(first)));
    const form = bartek.section.view();
    amina.section.edit((draft) => void (draft.actions.byId(id).status = 'done'));
    merge(amina, bartek);

    bartek.section.edit((draft) => void (draft.actions.byId(id).status = 'agreed'), { basis: form });
    const unseen = bartek.section.view().actions.byId(id)?.status;
    bartek.section.edit((draft) => void (draft.actions.byId(id).status = 'agreed'));

    expect(unseen).toBe('done');
    expect(bartek.section.view().actions.byId(id)?.status).toBe('agreed');
  });

  test('[R21] a state that is none is refused', () => {
    const amina = replica(1);

    const outcome = amina.section.edit((draft) => void Object.assign(draft, { stage: 'finished' }));

    expect(outcome).toMatchObject({ type: 'refused', refusals: [{ code: 'wrong-value', path: 'stage' }] });
  });
});

describe('set', () => {
  test('[R22] adding wins over a removal that did not see it', () => {
    const [amina, bartek] = twoWith(({ section }) => section.edit((draft) => draft.languages.add('Twi')));
    amina.section.edit((draft) => draft.languages.delete('Twi'));
    bartek.section.edit((draft) => draft.languages.add('Twi'));

    merge(amina, bartek);

    expect(amina.section.view().languages).toEqual(['Twi']);
  });

  test('[R22] a removal that saw it removes, and a removal of what is gone is nothing', () => {
    const [amina, bartek] = twoWith(({ section }) => section.edit((draft) => draft.languages.add('Twi')));
    amina.section.edit((draft) => draft.languages.delete('Twi'));
    bartek.section.edit((draft) => draft.languages.delete('Twi'));

    merge(amina, bartek);

    expect(amina.section.view().languages).toEqual([]);
  });

  test('[R22] members are in canonical order and equal ones are one', () => {
    const [amina, bartek] = twoWith(() => {});
    for (const { section } of [amina, bartek]) {
      section.edit((draft) => ['Welsh', 'Arabic'].forEach((language) => draft.languages.add(language)));
    }

    merge(amina, bartek);

    expect(amina.section.view().languages).toEqual(['Arabic', 'Welsh']);
  });

  test('[R22] exclusive members give way in the view and stay in the document', () => {
    let id = '';
    const [amina, bartek] = twoWith(({ section }) => {
      id = added(section.edit((draft) => draft.needs.add({ title: 'Sleep', factors: ['21'] })));
    });
    const alone = amina.section.view().needs.byId(id)?.factors;
    bartek.section.edit((draft) => draft.needs.byId(id).factors.add('3B'));

    merge(amina, bartek);
    const beside = amina.section.view().needs.byId(id)?.factors;
    amina.section.edit((draft) => draft.needs.byId(id).factors.delete('3B'));

    expect([alone, beside, amina.section.view().needs.byId(id)?.factors]).toEqual([['21'], ['3B'], ['21']]);
  });
});

describe('rows and places', () => {
  const titles = ({ section }: Replica): readonly (string | null)[] => section.view().actions.map(({ what }) => what);
  const add = ({ section }: Replica, ...whats: readonly string[]): readonly string[] =>
    whats.map((what) => added(section.edit((draft) => draft.actions.add({ what }))));

  test('[R23] rows added apart all stay; without places they are in the order of their ids', () => {
    const [amina, bartek] = twoWith(() => {});
    const ids = [amina, bartek].map(({ section }) =>
      added(section.edit((draft) => draft.needs.add({ title: 'Sleep' }))),
    );

    merge(amina, bartek);

    expect(bartek.section.view().needs.map(({ id }) => id)).toEqual(ids.toSorted());
  });

  test('[R24] rows are added at the end, and moved after another or to the front', () => {
    const amina = replica(1);
    const [a = '', , c = ''] = add(amina, 'a', 'b', 'c');
    amina.section.edit((draft) => draft.actions.move(c, { after: a }));
    const after = titles(amina);
    amina.section.edit((draft) => draft.actions.move(c, {}));

    expect(after).toEqual(['a', 'c', 'b']);
    expect(titles(amina)).toEqual(['c', 'a', 'b']);
  });

  test('[R24] a row added in an edit that moved another to the front still comes last', () => {
    const amina = replica(1);
    const [, b = ''] = add(amina, 'a', 'b');

    amina.section.edit((draft) => {
      draft.actions.move(b, {});
      draft.actions.add({ what: 'c' });
    });

    expect(titles(amina)).toEqual(['b', 'a', 'c']);
  });

  test('[R24] moving one row writes that row alone', () => {
    const amina = replica(1);
    const [a = '', b = '', c = ''] = add(amina, 'a', 'b', 'c');
    const before = amina.section.view();

    amina.section.edit((draft) => draft.actions.move(c, { after: a }));

    expect(amina.section.view().actions.byId(a)).toBe(before.actions.byId(a));
    expect(amina.section.view().actions.byId(b)).toBe(before.actions.byId(b));
  });

  test('[R24] between rows that two people put at one place, a row still finds its place', () => {
    const [amina, bartek] = twoWith(() => {});
    add(amina, 'a');
    add(bartek, 'b');
    merge(amina, bartek);
    const [first] = amina.section.view().actions;

    const [c = ''] = add(amina, 'c');
    amina.section.edit((draft) => draft.actions.move(c, { after: first?.id ?? '' }));

    expect(titles(amina)).toEqual(['a', 'c', 'b']);
  });

  test('[R24] rows moved apart are neither lost nor doubled', () => {
    let ids: readonly string[] = [];
    const [amina, bartek] = twoWith((first) => (ids = add(first, 'a', 'b', 'c')));
    const [a = '', , c = ''] = ids;
    amina.section.edit((draft) => draft.actions.move(c, {}));
    bartek.section.edit((draft) => draft.actions.move(c, { after: a }));

    merge(amina, bartek);

    expect(new Set(titles(amina))).toEqual(new Set(['a', 'b', 'c']));
    expect(titles(amina)).toHaveLength(3);
    expect(titles(amina)).toEqual(titles(bartek));
    expect(amina.section.questions()).toEqual([]);
  });

  test('[R24] a thousand rows added one after another, and as many to the front, keep short places', () => {
    const amina = replica(1);
    amina.section.edit((draft) => {
      for (let made = 0; made < 1_000; made += 1) draft.actions.add({ what: `${made}` });
      for (let made = 0; made < 100; made += 1) draft.actions.move(draft.actions.add({ what: `front ${made}` }), {});
    });

    const [first] = amina.section.view().actions;
    const longest = amina.section
      .view()
      .actions.map(({ id }) => amina.section.provenance(id, 'actions.place')[0]?.value);

    expect(first?.what).toBe('front 99');
    expect(titles(amina).slice(100, 103)).toEqual(['0', '1', '2']);
    expect(longest.every((key) => typeof key === 'string' && key.length <= 6)).toBe(true);
  });

  test('[R24] rows are moved into one gap a hundred thousand times, and none loses its place', () => {
    const amina = replica(1);
    const ids: string[] = [];
    amina.section.edit((draft) => {
      for (let made = 0; made < 5; made += 1) ids.push(draft.actions.add({ what: `action ${made}` }));
    });
    const [front = '', x = '', y = '', z = '', end = ''] = ids;
    const moving = [x, y, z];
    for (let edit = 0; edit < 1_000; edit += 1) {
      amina.section.edit((draft) => {
        for (let moved = 0; moved < 100; moved += 1) draft.actions.move(moving[moved % 3] ?? '', { after: front });
      });
    }

    expect(amina.section.view().actions.map(({ id }) => id)).toEqual([front, x, z, y, end]);
    const places = ids.flatMap((id) =>
      amina.section.provenance(id, 'actions.place').map(({ value }) => (typeof value === 'string' ? value : '')),
    );
    expect(places.every((place) => place.length <= 64)).toBe(true);
    expect(new Set(places).size).toBe(5);
  });

  test('[R24] a thousand rows put into one gap stand there in order, and few others are written for them', () => {
    const amina = replica(1);
    let front = '';
    amina.section.edit((draft) => {
      front = draft.actions.add({ what: 'first' });
      draft.actions.add({ what: 'last' });
    });
    const put: string[] = [];
    let moved = 0;
    for (let made = 0; made < 1_000; made += 1) {
      const outcome = amina.section.edit((draft) => {
        const id = draft.actions.add({ what: `action ${made}` });
        draft.actions.move(id, { after: front });
        return id;
      });
      if (outcome.type !== 'edited') throw new Error('it was refused');
      put.unshift(outcome.result);
      moved += outcome.changes.filter(({ words }) => words === 'moved').length;
    }

    expect(
      amina.section
        .view()
        .actions.map(({ id }) => id)
        .slice(1, -1),
    ).toEqual(put);
    expect(moved).toBeLessThan(5_000);
  });

  test('[R24] rows without a place are moved and given places in the order in which they showed', () => {
    const old = defineSection({
      name: 'plan',
      version: 1,
      oldestWriter: 1,
      fields: { actions: collection({ what: register(z.string()) }) },
    });
    const doc = new Y.Doc();
    const before = openSection(old, { doc, now: () => 0, newId: idsFrom('a'), authorOf: () => undefined });
    before.edit((draft) => ['1', '2', '3'].map((what) => draft.actions.add({ what })));
    const amina = replica(1, Y.encodeStateAsUpdate(doc));

    amina.section.edit((draft) => draft.actions.move('a3', { after: 'a1' }));
    add(amina, '4');

    expect(titles(amina)).toEqual(['1', '3', '2', '4']);
  });
});

describe('log', () => {
  test('[R25] entries are ordered by when they occurred, and never change', () => {
    const amina = replica(1);
    const [later, earlier] = ['2026-03-02', '2025-01-01'].map((occurredOn) =>
      added(
        amina.section.edit((draft) => draft.events.append({ occurredOn, text: 'Home visit', about: ['p2', 'p1'] })),
      ),
    );

    const change = amina.section.edit(
      (draft) => void Object.assign(draft.events.byId(later ?? ''), { text: 'changed' }),
    );

    expect(amina.section.view().events).toEqual([
      { id: earlier, occurredOn: '2025-01-01', text: 'Home visit', about: ['p1', 'p2'], source: null },
      { id: later, occurredOn: '2026-03-02', text: 'Home visit', about: ['p1', 'p2'], source: null },
    ]);
    expect(change).toMatchObject({ type: 'refused', refusals: [{ code: 'unknown-field', path: 'events.text' }] });
  });

  test('[R25] an entry says all that it must, at once', () => {
    const amina = replica(1);

    const outcome = amina.section.edit((draft) => {
      const incomplete = { occurredOn: '2026-03-02', about: ['p1'], text: null, invented: 1 };
      // What a caller without types may leave out or make up.
      draft.events.append(incomplete as never);
    });

    expect(outcome).toMatchObject({
      refusals: [
        { code: 'wrong-value', path: 'events.text' },
        { code: 'unknown-field', path: 'events.invented' },
      ],
    });
  });

  test('[R25] an entry is no row, and a row no entry', () => {
    const amina = replica(1);
    // What a caller without types may mix up.
    interface Mixed {
      add(row: object): void;
      append(entry: object): void;
      move(id: string, to: object): void;
    }
    const mixed = (rows: unknown): Mixed => rows as Mixed;

    const outcomes = [
      amina.section.edit((draft) => mixed(draft.events).add({})),
      amina.section.edit((draft) => mixed(draft.events).move('x', {})),
      amina.section.edit((draft) => mixed(draft.needs).append({})),
    ];

    expect(outcomes).toMatchObject([
      { refusals: [{ code: 'wrong-value', path: 'events', remedy: 'Use append.' }] },
      { refusals: [{ code: 'wrong-value', path: 'events', remedy: 'Use append.' }] },
      { refusals: [{ code: 'wrong-value', path: 'needs', remedy: 'Use add.' }] },
    ]);
  });

  test('[R3] an entry is one claim', () => {
    const amina = replica(1);
    amina.section.edit((draft) =>
      draft.events.append({ occurredOn: '2026-03-02', text: 'Call', about: [], source: 'GP' }),
    );

    expect(amina.doc.getArray('claims').toJSON()).toEqual([
      [
        'row1x1',
        'events',
        { about: [], occurredOn: '2026-03-02', source: 'GP', text: 'Call' },
        { t: 1_790_000_000_000 },
      ],
    ]);
  });
});

describe('text', () => {
  test('[R26] characters of several writers merge', () => {
    const [amina, bartek] = twoWith(({ section }) => section.edit((draft) => draft.story.insert(0, 'Ada plays.')));
    amina.section.edit((draft) => draft.story.insert(0, 'At home '));
    bartek.section.edit((draft) => draft.story.insert(10, ' She sings.', { bold: true }));

    merge(amina, bartek);

    expect(amina.section.view().story).toEqual({
      text: 'At home Ada plays. She sings.',
      delta: [{ insert: 'At home Ada plays.' }, { insert: ' She sings.', attributes: { bold: true } }],
    });
    expect(bartek.section.view().story).toEqual(amina.section.view().story);
  });

  test('[R26] [R33] words typed where somebody deleted some that another made bold are the same on all', () => {
    const [amina, bartek] = twoWith(({ section }) => section.edit((draft) => draft.story.insert(0, 'a')));
    const own: Uint8Array[] = [];
    bartek.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (bartek.section.isOwn(transaction)) own.push(update);
    });
    bartek.section.edit((draft) => draft.story.format(0, 1, { bold: true }));
    amina.section.edit((draft) => draft.story.delete(0, 1));
    Y.applyUpdate(bartek.doc, Y.encodeStateAsUpdate(amina.doc));

    amina.section.edit((draft) => draft.story.insert(0, 'b'));
    Y.applyUpdate(bartek.doc, Y.encodeStateAsUpdate(amina.doc));
    // Only what a person did is sent.
    for (const update of own) Y.applyUpdate(amina.doc, update);

    expect(bartek.section.view().story).toEqual(amina.section.view().story);
  });

  test('[R26] two devices may begin a text of an old row at once', () => {
    let id = '';
    const [amina, bartek] = twoWith(({ section }) => {
      id = added(section.edit((draft) => draft.needs.add({ title: 'Sleep' })));
    });
    amina.section.edit((draft) => draft.needs.byId(id).note.insert(0, 'one'));
    bartek.section.edit((draft) => draft.needs.byId(id).note.insert(0, 'two'));

    merge(amina, bartek);

    expect(['onetwo', 'twoone']).toContain(amina.section.view().needs.byId(id)?.note);
  });

  test.each([
    ['beyond the end', 9, 'x', undefined, 'out-of-range'],
    ['at no whole place', 0.5, 'x', undefined, 'out-of-range'],
    ['inside a character', 1, 'x', undefined, 'out-of-range'],
    ['half a character', 0, '\uDE00', undefined, 'not-json'],
    ['with a format that is not allowed', 0, 'x', { script: 'super' }, 'format-not-allowed'],
    ['too much', 0, 'x'.repeat(200_001), undefined, 'too-large'],
  ])('[R26] inserting %s is refused', (_, index, inserted, formats, code) => {
    const amina = replica(1);
    amina.section.edit((draft) => draft.story.insert(0, '\u{1F600} ok'));
    const before = Y.encodeStateAsUpdate(amina.doc);

    const outcome = amina.section.edit((draft) => draft.story.insert(index, inserted, formats));

    expect(outcome).toMatchObject({ type: 'refused', refusals: [{ code, path: 'story' }] });
    expect(Y.encodeStateAsUpdate(amina.doc)).toEqual(before);
  });

  test('[R26] deleting or formatting what is not there, or half a character, is refused', () => {
    const amina = replica(1);
    amina.section.edit((draft) => draft.story.insert(0, 'a\u{1F600}'));

    const outcome = amina.section.edit((draft) => {
      draft.story.delete(0, 2);
      draft.story.format(0, 9, { bold: true });
      draft.story.format(0, 1, { bold: Number.NaN });
    });

    expect(outcome).toMatchObject({
      refusals: [{ code: 'out-of-range' }, { code: 'out-of-range' }, { code: 'not-json' }],
    });
  });

  test('[R8] embeds and formats that are not allowed stay in the document and do not show', () => {
    const amina = replica(1);
    const story = amina.section.text('story');
    story.insert(0, 'shown', { bold: true, script: 'super' });
    story.insertEmbed(0, { image: 'x' });

    expect(amina.section.view().story).toEqual({
      text: 'shown',
      delta: [{ insert: 'shown', attributes: { bold: true } }],
    });
    expect(story.length).toBe(6);
  });
});

function idsFrom(prefix: string): () => string {
  let made = 0;
  return () => `${prefix}${(made += 1)}`;
}
