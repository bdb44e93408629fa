import { defineSection, editSections, LIMITS, openSection, RecordError, register } from '@caseweave/record';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { merge, plan, replica, type Replica } from './fixtures.ts';

const bytes = ({ doc }: Replica): Uint8Array => Y.encodeStateAsUpdate(doc);

/** Half of a character that takes two UTF-16 units. */
const loneSurrogate = '\uD83D';

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;

// What a caller without types, or with values from elsewhere, may hand in.
const given = (value: unknown): never => value as never;

describe('values', () => {
  test.each([
    ['a lone surrogate', loneSurrogate, 'not-json'],
    ['a date', new Date(0), 'not-json'],
    ['a BigInt', 1n, 'not-json'],
    ['NaN', Number.NaN, 'not-json'],
    ['an infinity', Number.POSITIVE_INFINITY, 'not-json'],
    ['undefined', undefined, 'not-json'],
    ['a function', () => 1, 'not-json'],
    ['a symbol', Symbol('s'), 'not-json'],
    ['a Map', new Map(), 'not-json'],
    ['bytes', new Uint8Array(2), 'not-json'],
    ['an own __proto__', JSON.parse('{"note":"x","__proto__":{}}'), 'not-json'],
    ['a member called constructor', { note: 'x', constructor: 1 }, 'not-json'],
    ['a symbol member', { note: 'x', [Symbol('s')]: 1 }, 'not-json'],
    ['a lone surrogate in a name', { note: 'x', [loneSurrogate]: 1 }, 'not-json'],
    ['a cycle', cyclic, 'not-json'],
    ['a hole', { note: 'x', list: Array(1) }, 'not-json'],
    ['a huge string', { note: 'x'.repeat(LIMITS.valueUnits + 1) }, 'too-large'],
    ['deep nesting', nest(LIMITS.depth + 1), 'too-large'],
    ['what the validator refuses', { note: 7 }, 'wrong-value'],
  ])('[R11] %s is refused', (_, value, code) => {
    const amina = replica(1);
    const id = addNeed(amina);
    const before = bytes(amina);

    const outcome = amina.section.edit((draft) => {
      draft.needs.byId(id).detail = given(value);
    });

    expect(outcome).toMatchObject({ type: 'refused', refusals: [{ code, path: 'needs.detail' }] });
    expect(bytes(amina)).toEqual(before);
  });

  test('[R11] a null prototype is made plain, undefined members are left out, and names are sorted', () => {
    const amina = replica(1);
    const id = addNeed(amina);
    const detail: unknown = Object.assign(Object.create(null), { note: 'x', more: undefined, also: -0 });

    amina.section.edit((draft) => {
      draft.needs.byId(id).detail = given(detail);
    });

    const [local] = amina.section.view().needs;
    const [remote] = replica(2, bytes(amina)).section.view().needs;
    expect(JSON.stringify(local?.detail)).toBe('{"also":0,"note":"x"}');
    expect(JSON.stringify(remote?.detail)).toBe('{"also":0,"note":"x"}');
    expect(Object.getPrototypeOf(local?.detail)).toBe(Object.prototype);
  });

  test('[R11] a value is copied: changing what was given changes nothing', () => {
    const amina = replica(1);
    const id = addNeed(amina);
    const detail = { note: 'first' };
    amina.section.edit((draft) => {
      draft.needs.byId(id).detail = detail;
    });

    detail.note = 'second';

    expect(amina.section.view().needs.byId(id)?.detail?.note).toBe('first');
  });

  test('[R12] members that only a later version knows pass through', () => {
    const amina = replica(1);
    const id = addNeed(amina);

    amina.section.edit((draft) => {
      draft.needs.byId(id).detail = given({ note: 'x', later: [1] });
    });

    expect(amina.section.view().needs.byId(id)?.detail).toEqual({ note: 'x', later: [1] });
  });
});

describe('the whole of an edit', () => {
  test('[R10] one wrong part refuses all, names every wrong part, and leaves the document as it was to the byte', () => {
    const amina = replica(1);
    const id = addNeed(amina);
    const before = bytes(amina);

    const outcome = amina.section.edit((draft) => {
      draft.fullName = 'Okoro';
      draft.story.insert(0, 'Once');
      draft.needs.byId(id).title = '';
      draft.needs.byId(id).level = 9;
      draft.actions.add({ what: 'Call', dueOn: 'soon' });
    });

    expect(outcome.type).toBe('refused');
    const paths = outcome.type === 'refused' ? outcome.refusals.map(({ path }) => path) : [];
    expect(paths).toEqual(['needs.title', 'needs.level', 'actions.dueOn']);
    expect(bytes(amina)).toEqual(before);
  });

  test('[R10] what the function throws is thrown on, and nothing is written', () => {
    const amina = replica(1);
    const before = bytes(amina);

    const edit = (): unknown =>
      amina.section.edit((draft) => {
        draft.fullName = 'Okoro';
        throw new RangeError('mine');
      });

    expect(edit).toThrow(RangeError);
    expect(bytes(amina)).toEqual(before);
  });

  test('[R10] an edit is one transaction, and says what it did', () => {
    const amina = replica(1);
    let updates = 0;
    amina.doc.on('update', () => (updates += 1));

    const outcome = amina.section.edit((draft) => {
      draft.fullName = 'Okoro';
      draft.languages.add('Twi');
      return draft.actions.add({ what: 'Call the school', dueOn: '2026-12-01' });
    });

    expect(updates).toBe(1);
    expect(outcome).toMatchObject({
      type: 'edited',
      result: 'row1x1',
      changes: [
        { entity: '', path: 'fullName', label: 'Full name', words: 'Okoro' },
        { entity: '', path: 'languages', label: 'Languages spoken', words: 'added Twi' },
        { entity: 'row1x1', path: 'actions', label: 'Action', words: 'added' },
        { entity: 'row1x1', path: 'actions.what', label: 'What', words: 'Call the school' },
        { entity: 'row1x1', path: 'actions.dueOn', label: 'By when', words: '1 December 2026' },
      ],
    });
  });

  test('[R13] unknown fields and rows, and assignments to what is not assigned, are refused', () => {
    const amina = replica(1);
    const before = bytes(amina);

    const outcome = amina.section.edit((draft) => {
      draft.needs.byId('nowhere').title = 'x';
      Object.assign(draft, { invented: 1, languages: ['en'], story: 'text', needs: [] });
      draft.needs.add(given({ invented: 1, title: 'x' }));
    });

    expect(outcome).toMatchObject({
      type: 'refused',
      refusals: [
        { code: 'no-such-row', path: 'needs' },
        { code: 'wrong-value', path: 'languages' },
        { code: 'wrong-value', path: 'story' },
        { code: 'wrong-value', path: 'needs' },
        { code: 'unknown-field', path: 'needs.invented' },
        { code: 'unknown-field', path: 'invented' },
      ],
    });
    expect(bytes(amina)).toEqual(before);
  });

  test('[R17] an edit that comes to nothing writes nothing', () => {
    const amina = replica(1);
    const before = bytes(amina);

    const outcome = amina.section.edit((draft) => {
      draft.languages.delete('Twi');
      draft.story.insert(0, '');
      return 'done';
    });

    expect(outcome).toEqual({ type: 'unchanged', result: 'done' });
    expect(bytes(amina)).toEqual(before);
  });

  test('[R16] during a transaction, after closing, and on a view by another schema an edit is refused', () => {
    const amina = replica(1);
    const other = defineSection({
      name: 'other',
      version: 1,
      oldestWriter: 1,
      fields: { fullName: register(z.string()) },
    });
    const bartek = openSection(other, { doc: new Y.Doc(), now: () => 0, newId: () => 'x', authorOf: () => undefined });
    const rename = { change: (draft: { fullName: string | null }): void => void (draft.fullName = 'Okoro') };

    const during = amina.doc.transact(() => amina.section.edit(rename.change));
    const foreign = amina.section.edit(rename.change, { basis: given(bartek.view()) });
    const invented = amina.section.edit(rename.change, { basis: given({}) });
    amina.section.close();
    const closed = amina.section.edit(rename.change);

    expect(during).toMatchObject({ type: 'refused', refusals: [{ code: 'in-transaction' }] });
    expect(foreign).toMatchObject({ type: 'refused', refusals: [{ code: 'foreign-basis' }] });
    expect(invented).toMatchObject({ type: 'refused', refusals: [{ code: 'foreign-basis' }] });
    expect(closed).toMatchObject({ type: 'refused', refusals: [{ code: 'closed' }] });
  });

  test('[R19] a draft used after its edit throws', () => {
    const amina = replica(1);
    let kept: { fullName: string | null } | undefined;
    amina.section.edit((draft) => {
      kept = draft;
    });

    const late = (): void => {
      if (kept !== undefined) kept.fullName = 'Okoro';
    };

    expect(late).toThrow(RecordError);
    expect(amina.section.view().fullName).toBeNull();
  });

  test('[R10] a draft reads what it has written', () => {
    const amina = replica(1);

    const outcome = amina.section.edit((draft) => {
      draft.fullName = 'Okoro';
      draft.languages.add('Twi');
      draft.languages.add('English');
      draft.languages.delete('Twi');
      draft.story.insert(0, 'ac');
      draft.story.insert(1, 'b');
      const id = draft.needs.add({ title: 'Sleep', factors: ['3B'] });
      return [
        draft.fullName,
        [...draft.languages],
        draft.story.toString(),
        draft.needs.byId(id).title,
        draft.needs.has('x'),
      ];
    });

    expect(outcome).toMatchObject({ result: ['Okoro', ['English'], 'abc', 'Sleep', false] });
  });

  test('[R10] two edits made by a listener of another change both hold', () => {
    const amina = replica(1);
    let id = '';
    const stop = amina.section.subscribe(() => {
      stop();
      const added = amina.section.edit((draft) => draft.needs.add({ title: 'Sleep' }));
      id = added.type === 'edited' ? added.result : '';
      amina.section.edit((draft) => {
        draft.needs.byId(id).title = 'Sleeping';
      });
    });

    Y.applyUpdate(amina.doc, bytes(withName(replica(2))));

    expect(amina.section.view()).toMatchObject({ fullName: 'Okoro', needs: [{ id, title: 'Sleeping' }] });
    expect(amina.section.questions()).toEqual([]);
  });
});

describe('the basis', () => {
  test('[R14] a claim that arrived under an open form is not superseded unseen', () => {
    const amina = replica(1);
    const bartek = withName(replica(2));
    const form = amina.section.view();
    merge(amina, bartek);

    amina.section.edit(
      (draft) => {
        draft.fullName = 'Mensah';
      },
      { basis: form },
    );

    expect(amina.section.questions()).toMatchObject([{ kind: 'values', path: 'fullName' }]);
    expect(amina.section.questions()[0]?.claims.map(({ value }) => value)).toEqual(['Mensah', 'Okoro']);
  });

  test('[R14] an equal value written afresh under an open form counts as unseen', () => {
    const amina = withName(replica(1));
    const bartek = replica(2, bytes(amina));
    const form = amina.section.view();
    withName(bartek);
    merge(amina, bartek);

    amina.section.edit(
      (draft) => {
        draft.fullName = 'Mensah';
      },
      { basis: form },
    );

    expect(amina.section.questions()[0]?.claims.map(({ client }) => client)).toEqual([1, 2]);
  });

  test('[R14] a row that arrived under an open form keeps what it said', () => {
    const amina = replica(1);
    const bartek = replica(2);
    const form = amina.section.view();
    const id = addNeed(bartek);
    merge(amina, bartek);

    amina.section.edit(
      (draft) => {
        draft.needs.byId(id).title = 'Other';
      },
      { basis: form },
    );

    expect(amina.section.questions()[0]?.claims.map(({ value }) => value)).toEqual(['Other', 'Sleep']);
  });

  test('[R15] what another has superseded meanwhile is left as it is', () => {
    const amina = withName(replica(1));
    const bartek = replica(2, bytes(amina));
    const form = amina.section.view();
    bartek.section.edit((draft) => {
      draft.fullName = 'Mensah';
    });
    merge(amina, bartek);

    const outcome = amina.section.edit(
      (draft) => {
        draft.fullName = 'Boateng';
      },
      { basis: form },
    );

    expect(outcome.type).toBe('edited');
    expect(amina.section.questions()[0]?.claims.map(({ value }) => value)).toEqual(['Boateng', 'Mensah']);
  });

  test('[R15] a form that stayed open while the section was opened anew has seen what it showed', () => {
    const amina = withName(replica(1));
    const id = addNeed(amina);
    const form = amina.section.view();
    const again = replica(9, bytes(amina));
    again.section.edit((draft) => {
      draft.needs.byId(id).level = 3;
    });

    const outcome = again.section.edit(
      (draft) => {
        draft.fullName = 'Mensah';
        draft.needs.byId(id).title = 'Sleeping';
        draft.needs.byId(id).level = 2;
      },
      { basis: form },
    );

    expect(outcome.type).toBe('edited');
    expect(again.section.questions()).toMatchObject([{ path: 'needs.level' }]);
    expect(again.section.view()).toMatchObject({ fullName: 'Mensah', needs: [{ title: 'Sleeping' }] });
  });

  test('[R15] a view of another document supersedes nothing', () => {
    const amina = replica(1);
    amina.section.edit((draft) => void (draft.fullName = 'Abebe'));
    const bartek = withName(replica(1));

    bartek.section.edit((draft) => void (draft.fullName = 'Zogaj'), { basis: amina.section.view() });

    expect(bartek.section.questions()[0]?.claims.map(({ value }) => value)).toEqual(['Okoro', 'Zogaj']);
  });

  test('[R14] writing an equal value is a write', () => {
    const amina = withName(replica(1));
    const before = amina.section.provenance('', 'fullName');

    withName(amina);

    expect(amina.section.provenance('', 'fullName')).toHaveLength(1);
    expect(amina.section.provenance('', 'fullName')).not.toEqual(before);
  });
});

describe('origins', () => {
  test('[R18] own transactions are the section’s edits and those of bound origins', () => {
    const amina = replica(1);
    const own: boolean[] = [];
    amina.doc.on('afterTransaction', (transaction) => own.push(amina.section.isOwn(transaction)));
    const editor = {};

    withName(amina);
    const release = amina.section.bindOrigin(editor);
    amina.doc.transact(() => amina.section.text('story').insert(0, 'typed'), editor);
    release();
    amina.doc.transact(() => amina.section.text('story').insert(0, 'typed'), editor);
    Y.applyUpdate(amina.doc, bytes(withName(replica(2))), 'network');

    expect(own).toEqual([true, true, false, false]);
  });

  test('[R18, R6] told what is received, a section counts all else that is written in its document as its own', () => {
    const received = Symbol('received');
    const doc = new Y.Doc();
    doc.clientID = 1;
    const section = openSection(plan, {
      doc,
      now: () => 0,
      newId: () => 'row',
      authorOf: () => undefined,
      isReceived: (origin) => origin === received,
    });
    const own: [string, boolean][] = [];
    let doing = '';
    doc.on('update', (_, __, ___, transaction) => own.push([doing, section.isOwn(transaction)]));
    const does = (what: string, act: () => unknown): void => {
      doing = what;
      act();
    };
    const story = section.text('story');
    const undo = new Y.UndoManager(story, { captureTimeout: 0 });
    const theirs = bytes(withName(replica(2)));

    does('nothing', () => undo.undo());
    does('by hand', () => story.insert(0, 'typed '));
    does('an editor', () => doc.transact(() => story.insert(0, 'more '), { editor: true }));
    does('an undo manager', () => undo.undo());
    does('received', () => doc.transact(() => story.insert(0, 'from the server'), received));
    does('another provider', () => Y.applyUpdate(doc, theirs, 'network'));

    expect(own).toEqual([
      ['by hand', true],
      ['by hand', true],
      ['an editor', true],
      ['an undo manager', true],
      ['received', false],
      ['another provider', false],
    ]);
    expect(doc.getMap('versions').toJSON()).toEqual({ w2: true });
    expect(section.view()).toMatchObject({ fullName: 'Okoro', story: { text: 'from the servermore ' } });
  });

  test('[R18] Yjs cleaning up formats after a merge is not an own edit', () => {
    const amina = replica(1);
    amina.section.edit((draft) => draft.story.insert(0, 'words of a child'));
    const bartek = replica(2, bytes(amina));
    for (const { section } of [amina, bartek]) section.edit((draft) => draft.story.format(0, 9, { bold: true }));
    const origins: unknown[] = [];
    amina.doc.on('afterTransaction', (transaction) => {
      if (transaction.deleteSet.clients.size > 0 && amina.section.isOwn(transaction)) origins.push(transaction.origin);
    });

    merge(amina, bartek);

    expect(origins).toEqual([]);
    expect(amina.section.view().story).toEqual(bartek.section.view().story);
  });
});

function addNeed({ section }: Replica): string {
  const outcome = section.edit((draft) => draft.needs.add({ title: 'Sleep' }));
  return outcome.type === 'edited' ? outcome.result : '';
}

function withName(of: Replica): Replica {
  of.section.edit((draft) => {
    draft.fullName = 'Okoro';
  });
  return of;
}

function nest(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = { note: 'x', inner: value };
  return value;
}

test('[R9] an edit that gives a promise is refused, and nothing is written, then or later', async () => {
  const amina = replica(1);
  const before = Y.encodeStateAsUpdate(amina.doc);
  let end: () => void = () => undefined;
  const later = new Promise<void>((resolve) => (end = resolve));
  const change = async (draft: { fullName: string | null }) => {
    draft.fullName = 'Okoro';
    await later;
    draft.fullName = 'Mensah';
  };
  const outcomes = [
    amina.section.edit(given(change)),
    editSections(
      [amina.section],
      given(([draft]: readonly [{ fullName: string | null }]) => change(draft)),
    ),
    // oxlint-disable-next-line unicorn/no-thenable -- what another library's promise looks like
    amina.section.edit(given(() => ({ then: () => undefined }))),
  ];
  end();
  await later;
  // A promise that nobody waits for would end the program here.
  await new Promise((resolve) => setImmediate(resolve));

  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ type: 'refused', refusals: [{ code: 'asynchronous', path: '' }] });
  }
  expect(Y.encodeStateAsUpdate(amina.doc)).toEqual(before);
  expect(amina.section.edit((draft) => void (draft.fullName = 'Abebe')).type).toBe('edited');
});

test('[R37] the outcome of an edit lists the values that it wrote, with their rows and paths', () => {
  const amina = replica(1);
  const id = addNeed(amina);

  const outcome = amina.section.edit((draft) => {
    draft.fullName = 'Robin';
    draft.languages.add('Welsh');
    draft.needs.byId(id).factors.add('3');
    draft.events.append({ occurredOn: '2026-11-20', text: 'Moved', about: ['robin', 'ada'] });
    draft.story.insert(0, 'no value');
  });

  if (outcome.type !== 'edited') throw new Error(outcome.type);
  const event = amina.section.view().events[0]?.id ?? '';
  expect(outcome.written).toEqual([
    { entity: '', path: 'fullName', value: 'Robin' },
    { entity: '', path: 'languages', value: 'Welsh' },
    { entity: id, path: 'needs.factors', value: '3' },
    { entity: event, path: 'events.occurredOn', value: '2026-11-20' },
    { entity: event, path: 'events.text', value: 'Moved' },
    { entity: event, path: 'events.about', value: ['robin', 'ada'] },
  ]);
});
