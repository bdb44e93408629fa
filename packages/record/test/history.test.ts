import { readSection, replay, rewrittenPassages, viewAt, type HistoryRow } from '@caseweave/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { plan, replica, type Replica } from './fixtures.ts';

const people = [
  { id: 'a', name: 'Amina' },
  { id: 'b', name: 'Bartek' },
] as const;

/** Two people and a server: what one writes is logged when it is sent, and reaches the other when they receive. */
function logged() {
  const rows: HistoryRow[] = [];
  const devices = people.map((author, place) => {
    const { doc, section } = replica(place + 1);
    const device = { doc, section, author, received: 0, unsent: [] as { update: Uint8Array; base: number }[] };
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') device.unsent.push({ update, base: device.received });
    });
    return device;
  });
  const [amina, bartek] = devices;
  if (amina === undefined || bartek === undefined) throw new Error('There are two people.');
  const send = (device: typeof amina): void => {
    for (const { update, base } of device.unsent.splice(0)) {
      rows.push({ seq: rows.length + 1, update, at: 1_000 * (rows.length + 1), author: device.author, base });
    }
  };
  const receive = (device: typeof amina): void => {
    for (const { update } of rows.slice(device.received)) Y.applyUpdate(device.doc, update, 'server');
    device.received = rows.length;
  };
  const both = (): void => devices.forEach(send);
  const meet = (): void => {
    both();
    devices.forEach(receive);
  };
  return { rows, amina, bartek, send, receive, meet };
}

const write = ({ section }: Pick<Replica, 'section'>, text: string): void => {
  section.edit((draft) => draft.story.insert(0, text));
};
const replace = ({ section }: Pick<Replica, 'section'>, words: string, by: string): void => {
  const at = section.view().story.text.indexOf(words);
  section.edit((draft) => {
    draft.story.delete(at, words.length);
    draft.story.insert(at, by);
  });
};

test('[R170] what each row of a log changed is said in the words of its fields', () => {
  const { rows, amina, bartek, meet } = logged();
  amina.section.edit((draft) => {
    draft.fullName = 'Abebe';
    draft.actions.add({ what: 'School transport form', dueOn: '2026-12-01', owners: ['asha'] });
  });
  meet();
  const id = bartek.section.view().actions[0]?.id ?? '';
  bartek.section.edit((draft) => {
    draft.actions.byId(id).dueOn = '2026-11-24';
    draft.actions.byId(id).owners.add('jo');
  });
  meet();
  amina.section.edit((draft) => draft.actions.byId(id).strike('Entered twice'));
  meet();

  const { steps, brokenAt } = replay(plan, rows);
  expect(brokenAt).toBeUndefined();
  expect(steps.map(({ seq, author }) => [seq, author?.name])).toEqual([
    [1, 'Amina'],
    [2, 'Bartek'],
    [3, 'Amina'],
  ]);
  const said = steps.map(({ changes }) =>
    changes.map(({ type, label, before, after }) => [type, label, before, after]),
  );
  expect(said).toEqual([
    [
      ['field', 'Full name', 'blank', 'Abebe'],
      ['added', 'Action', '', 'School transport form'],
      ['field', 'What', 'blank', 'School transport form'],
      ['field', 'Owners', '', 'asha'],
      ['field', 'By when', 'blank', '1 December 2026'],
    ],
    [
      ['field', 'Owners', 'asha', 'asha, jo'],
      ['field', 'By when', '1 December 2026', '24 November 2026'],
    ],
    [['struck', 'Action', 'School transport form', 'Entered twice']],
  ]);
  expect(steps[1]?.changes[0]?.row).toBe('School transport form');
});

test('[R170] what somebody wrote is in the history where something else stands, and so is who settled it', () => {
  const { rows, amina, bartek, meet } = logged();
  amina.section.edit((draft) => {
    draft.reviewOn = '2026-12-01';
  });
  bartek.section.edit((draft) => {
    draft.reviewOn = '2026-12-20';
  });
  meet();
  amina.section.edit((draft) => {
    draft.reviewOn = '2026-12-20';
  });
  meet();

  const { steps } = replay(plan, rows);
  expect(steps.map(({ author, changes }) => [author?.name, changes[0]?.before, changes[0]?.after])).toEqual([
    ['Amina', 'blank', '1 December 2026'],
    ['Bartek', '1 December 2026', '20 December 2026'],
    ['Amina', '1 December 2026 or 20 December 2026', '20 December 2026'],
  ]);
});

test('[R170] typing is told by what was deleted and what was typed', () => {
  const { rows, amina, meet } = logged();
  write(amina, 'Tobi likes school.');
  replace(amina, 'likes', 'loves');
  meet();

  const typed = replay(plan, rows).steps.map(({ changes }) => [changes[0]?.before, changes[0]?.after]);
  expect(typed).toEqual([
    ['', 'Tobi likes school.'],
    ['ik', 'ov'],
  ]);
  expect(replay(plan, rows, { since: 1 }).steps).toHaveLength(1);
});

test('[R170] additions to an entry, and a row that comes back, are in the history', () => {
  const { rows, amina, meet } = logged();
  amina.section.edit((draft) => {
    draft.events.append({ occurredOn: '2026-01-02', text: 'Seen at home', about: [] });
    draft.needs.add({ title: 'Sleep' });
  });
  const { events, needs } = amina.section.view();
  amina.section.edit((draft) => draft.events.byId(events[0]?.id ?? '').addendum('It was the afternoon'));
  amina.section.edit((draft) => draft.needs.byId(needs[0]?.id ?? '').strike('wrong one'));
  amina.section.edit((draft) => draft.needs.byId(needs[0]?.id ?? '').restore());
  meet();

  const told = replay(plan, rows)
    .steps.slice(1)
    .map(({ changes }) => [changes[0]?.type, changes[0]?.after]);
  expect(told).toEqual([
    ['added-to', 'It was the afternoon'],
    ['struck', 'wrong one'],
    ['shown-again', 'Sleep'],
  ]);
});

test('[R170] what changed since a row is told as it is when all of them are told', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 12 }), fc.nat({ max: 12 }), (script, since) => {
      const { rows, amina, meet } = logged();
      for (const what of script) {
        const need = amina.section.view().needs[0]?.id;
        amina.section.edit((draft) => {
          if (what === 0) draft.needs.add({ title: 'Sleep' });
          if (what === 1) draft.fullName = `Name ${since}`;
          if (what === 2) draft.story.insert(0, 'word ');
          if (what === 3 && need !== undefined) draft.needs.byId(need).strike('wrong one');
          if (what === 4 && need !== undefined) draft.needs.byId(need).level = 2;
          if (what === 5) draft.languages.add('Twi');
        });
      }
      meet();

      expect(replay(plan, rows, { since }).steps).toEqual(replay(plan, rows).steps.filter(({ seq }) => seq > since));
    }),
  );
});

test('[R170] what was typed and deleted is told in whole characters, and puts the text back together', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', '\u{1F600}', '\u{1F601}', '\u{10400}'), { maxLength: 9 });
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      const { rows, amina, meet } = logged();
      const [was, is] = [one.join(''), other.join('')];
      write(amina, was);
      amina.section.edit((draft) => {
        draft.story.delete(0, was.length);
        draft.story.insert(0, is);
      });
      meet();

      const [before = '', after = ''] = replay(plan, rows)
        .steps.slice(was === '' ? 0 : 1)
        .flatMap(({ changes }) => changes.flatMap((change) => [change.before, change.after]));
      expect([before, after].some((text) => /\p{Surrogate}/u.test(text))).toBe(false);
      const kept = was.length - before.length;
      const cuts = Array.from(
        { length: kept + 1 },
        (_, at) => was.slice(0, at) + after + was.slice(at + before.length),
      );
      expect(cuts).toContain(is);
    }),
  );
});

test('[R171] the view at each point is that of a document with those rows and no others', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 5 })), { maxLength: 12 }), (script) => {
      const { rows, amina, bartek, meet } = logged();
      for (const [isAmina, what] of script) {
        const { section } = isAmina ? amina : bartek;
        if (what === 5) meet();
        else
          section.edit(
            (draft) => void (what === 4 ? draft.needs.add({ title: 'Sleep' }) : (draft.fullName = `F${what}`)),
          );
      }
      meet();
      const doc = new Y.Doc();
      for (const { seq, update } of rows) {
        Y.applyUpdate(doc, update);
        expect(viewAt(plan, rows, seq)).toEqual({ type: 'read', view: readSection(plan, doc) });
      }
    }),
  );
});

test('[R172] a row that is damaged, or hangs on one that is not there, is named, and nothing after it is guessed', () => {
  const { rows, amina, meet } = logged();
  amina.section.edit((draft) => {
    draft.fullName = 'Abebe';
  });
  amina.section.edit((draft) => {
    draft.fullName = 'Okoro';
  });
  meet();
  const [, second] = rows;
  const damaged = { ...second, seq: 2, at: 0, update: new Uint8Array([9, 9, 9]) };

  expect(replay(plan, rows.slice(1))).toEqual({ steps: [], brokenAt: 2 });
  expect(replay(plan, [...rows.slice(0, 1), damaged])).toMatchObject({ steps: [{ seq: 1 }], brokenAt: 2 });
  expect(viewAt(plan, rows.slice(1), 2)).toEqual({ type: 'broken', seq: 2 });
  expect(rewrittenPassages(plan, rows.slice(1))).toEqual({ passages: [], brokenAt: 2 });
});

test('[R180] a passage that two people rewrote apart is found with what there was and what each made of it', () => {
  const { rows, amina, bartek, meet } = logged();
  write(amina, 'Tobi finds mornings hard. He likes maths.');
  meet();
  replace(amina, 'mornings hard', 'getting up hard');
  replace(bartek, 'mornings hard', 'the way to school hard');
  meet();

  const { passages } = rewrittenPassages(plan, rows);
  expect(passages).toHaveLength(1);
  expect(passages[0]).toMatchObject({
    path: 'story',
    entity: '',
    original: 'mornings hard',
    versions: [
      { author: { id: 'a' }, text: 'getting up hard' },
      { author: { id: 'b' }, text: 'the way to school hard' },
    ],
    isSettled: false,
  });
  const { text } = amina.section.view().story;
  expect(text.slice(passages[0]?.from, passages[0]?.to)).toContain('getting up hard');
  expect(text.slice(passages[0]?.from, passages[0]?.to)).toContain('the way to school hard');
});

test('[R180] typing in many rows is one passage, and a log without the second deletion shows it too', () => {
  const { rows, amina, bartek, meet } = logged();
  write(amina, 'Tobi finds mornings hard.');
  meet();
  replace(amina, 'mornings', 'e');
  amina.section.edit((draft) => draft.story.insert(draft.story.toString().indexOf('e hard') + 1, 'venings'));
  replace(bartek, 'mornings', 'lunch');
  meet();
  const stripped = rows.map((row) => (row.author?.id === 'b' ? { ...row, update: withoutDeletes(row.update) } : row));

  for (const log of [rows, stripped]) {
    const { passages } = rewrittenPassages(plan, log);
    expect(passages.map(({ versions }) => versions.map(({ text }) => text))).toEqual([['evenings', 'lunch']]);
  }
});

test('[R180] what was written one after the other, or in other words of the text, is no such passage', () => {
  const { rows, amina, bartek, meet } = logged();
  write(amina, 'Tobi finds mornings hard. He likes maths.');
  meet();
  replace(amina, 'mornings', 'evenings');
  replace(bartek, 'maths', 'music');
  meet();
  replace(bartek, 'evenings', 'lunch');
  meet();

  expect(rewrittenPassages(plan, rows).passages).toEqual([]);
});

test('[R180] a snapshot was rewritten by nobody, whoever wrote on a base before its end', () => {
  const { rows, amina, bartek, send, meet } = logged();
  write(amina, 'Tobi finds big mornings hard.');
  replace(amina, 'big ', '');
  meet();
  replace(bartek, 'mornings', 'dark mornings');
  amina.section.edit((draft) => draft.story.insert(0, 'New: '));
  send(amina);
  send(bartek);
  const doc = new Y.Doc();
  for (const { update } of rows.slice(0, 3)) Y.applyUpdate(doc, update);
  const snapshot = { seq: 3, at: 0, update: Y.encodeStateAsUpdate(doc) };

  expect(rewrittenPassages(plan, [snapshot, ...rows.slice(3)])).toEqual({ passages: [] });
});

test('[R180] a passage that one deletes while another types in it is found', () => {
  const { rows, amina, bartek, meet } = logged();
  write(amina, 'One. Two. Three.');
  meet();
  replace(amina, 'Two. ', '');
  bartek.section.edit((draft) => draft.story.insert(7, 'x'));
  meet();

  expect(rewrittenPassages(plan, rows).passages).toMatchObject([
    {
      original: 'Two. ',
      versions: [
        { author: { id: 'a' }, text: '' },
        { author: { id: 'b' }, text: 'x' },
      ],
    },
  ]);
});

test('[R181] a passage is settled once somebody who had seen both has written in it', () => {
  const { rows, amina, bartek, meet } = logged();
  write(amina, 'Tobi finds mornings hard.');
  meet();
  replace(amina, 'mornings', 'evenings');
  replace(bartek, 'mornings', 'lunch');
  meet();
  expect(rewrittenPassages(plan, rows).passages[0]?.isSettled).toBe(false);
  replace(bartek, 'lunch', '');
  meet();

  expect(rewrittenPassages(plan, rows).passages[0]?.isSettled).toBe(true);
});

/** An update without its delete set: what a server logs of deletions that it knew already. */
function withoutDeletes(update: Uint8Array): Uint8Array {
  return new Uint8Array([...update.slice(0, update.length - deleteSetLength(update)), 0]);
}

/** The delete set comes last; it is as long as what is left when the structs alone are encoded. */
function deleteSetLength(update: Uint8Array): number {
  const { ds } = Y.decodeUpdate(update);
  const varUint = (value: number): number => (value < 128 ? 1 : 1 + varUint(Math.floor(value / 128)));
  return [...ds.clients].reduce(
    (sum, [client, ranges]) =>
      sum +
      varUint(client) +
      varUint(ranges.length) +
      ranges.reduce((all, { clock, len }) => all + varUint(clock) + varUint(len), 0),
    varUint(ds.clients.size),
  );
}
