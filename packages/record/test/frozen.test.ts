import { createHash } from 'node:crypto';
import { freeze, openSection, readFrozen, readSection } from '@caseweave/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { merge, plan, replica } from './fixtures.ts';

/** Everything that a view says, without the claims it is made of. */
const said = (view: object): unknown => JSON.parse(JSON.stringify(view));

function busy() {
  const [one, two] = [replica(1), replica(2)];
  one.section.edit((draft) => {
    draft.fullName = 'Abebe';
    draft.reviewOn = '2026-12-01';
    draft.languages.add('Amharic');
    draft.needs.add({ title: 'Sleep', level: 2, factors: ['3B'], note: 'since spring' });
    draft.actions.add({ what: 'Second' });
    draft.events.append({ occurredOn: '2026-01-02', text: 'Seen', about: ['t'] });
    draft.story.insert(0, 'Tobi likes maths.');
    draft.story.format(0, 4, { bold: true });
  });
  two.section.edit((draft) => {
    draft.reviewOn = '2026-12-20';
    draft.actions.add({ what: 'First' });
  });
  merge(one, two);
  return { one, two };
}

test('[R160] replicas that show the same freeze the same bytes, however their documents were put together', () => {
  const { one, two } = busy();
  const again = new Y.Doc();
  Y.applyUpdate(again, Y.mergeUpdates([Y.encodeStateAsUpdate(two.doc), Y.encodeStateAsUpdate(one.doc)]));

  const frozen = freeze(plan, one.doc);
  expect(freeze(plan, two.doc)).toEqual(frozen);
  expect(freeze(plan, again)).toEqual(frozen);
  expect(frozen.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('[R160] who wrote and when is not in it: the same written by others, at another time, has the same hash', () => {
  const [early, late] = [1, 2].map((client) => {
    const doc = new Y.Doc();
    doc.clientID = client;
    const section = openSection(plan, { doc, now: () => client, newId: () => 'row', authorOf: () => undefined });
    section.edit((draft) => {
      draft.fullName = 'Abebe';
      draft.needs.add({ title: 'Sleep' });
    });
    return freeze(plan, doc);
  });

  expect(early).toEqual(late);
});

test('[R160] whatever shows is in the hash: values, questions, order, formats, and nothing that does not show', () => {
  const { one } = busy();
  const hashes = [freeze(plan, one.doc).hash];
  const note = () => hashes.push(freeze(plan, one.doc).hash);
  const [need] = one.section.view().needs;
  const [action, other] = one.section.view().actions;
  one.section.edit((draft) => draft.story.format(0, 4, { bold: null }));
  note();
  one.section.edit((draft) => draft.actions.move(action?.id ?? '', { after: other?.id ?? '' }));
  note();
  one.section.settle(one.section.questions()[0]?.id ?? '', '2026-12-01');
  note();
  one.section.edit((draft) => draft.needs.byId(need?.id ?? '').note.insert(0, 'Only '));
  note();
  expect(new Set(hashes).size).toBe(5);

  one.section.edit((draft) => draft.needs.byId(need?.id ?? '').strike('Entered in error'));
  const struck = freeze(plan, one.doc);
  expect(struck.content).not.toContain('Sleep');
  expect(struck.content).not.toContain('since spring');
});

test('[R161] a frozen version is read as the view that it was frozen from, a row struck unseen among it', () => {
  const { one, two } = busy();
  const id = one.section.view().needs[0]?.id ?? '';
  one.section.edit((draft) => draft.needs.byId(id).strike('Entered in error'));
  two.section.edit((draft) => {
    draft.needs.byId(id).title = 'Sleep at night';
  });
  merge(one, two);
  expect(one.section.view().needs[0]?.struck).toBeDefined();

  const read = readFrozen(plan, freeze(plan, one.doc));
  expect(read.type).toBe('read');
  expect(read.type === 'read' && said(read.view)).toEqual(said(readSection(plan, one.doc)));
});

test('[R161] what was altered, and what is of another section, is told', () => {
  const frozen = freeze(plan, busy().one.doc);

  expect(readFrozen(plan, { ...frozen, content: frozen.content.replace('Abebe', 'Okoro') })).toEqual({
    type: 'altered',
  });
  expect(readFrozen(plan, { ...frozen, version: 1 })).toEqual({ type: 'altered' });
  expect(readFrozen({ ...plan, name: 'plan.practice' }, frozen)).toEqual({
    type: 'other-section',
    section: 'plan',
  });
});

test.each([
  ['no JSON', 'not json'],
  ['nothing', 'null'],
  ['no claims', '{"claims":5,"texts":[]}'],
  ['claims that are none', '{"claims":[["","fullName"]],"texts":[]}'],
  ['a root that is no text', '{"claims":[],"texts":[["claims","x"]]}'],
  ['a text that is none', '{"claims":[],"texts":[["story/",7]]}'],
  ['half a character', String.raw`{"claims":[],"texts":[["story/","\ud83d"]]}`],
  ['a stretch that skips', '{"claims":[],"texts":[["story/",[{"retain":5}]]]}'],
  ['a stretch that is no text', '{"claims":[],"texts":[["story/",[{"insert":{"image":1}}]]]}'],
])('[R161] content that is %s is told as altered, though its hash is right', (_, content) => {
  const frozen = { section: plan.name, version: plan.version, content };
  const hash = createHash('sha256')
    .update(JSON.stringify([frozen.section, frozen.version, content]))
    .digest('hex');

  expect(readFrozen(plan, { ...frozen, hash })).toEqual({ type: 'altered' });
});

test('[R160] [R161] after any edits in any order, equal views have equal hashes, and what is frozen reads back', () => {
  const step = fc.record({ at: fc.nat({ max: 1 }), what: fc.nat({ max: 6 }), value: fc.nat({ max: 2 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const { one, two } = busy();
      for (const { at, what, value } of steps) {
        const { section } = at === 0 ? one : two;
        const need = section.view().needs[0]?.id;
        section.edit((draft) => {
          if (what === 0) draft.fullName = `Name ${value}`;
          if (what === 1) draft.languages.delete('Amharic');
          if (what === 2) draft.story.insert(value, 'x');
          if (what === 3) draft.story.format(0, 1 + value, { bold: true });
          if (what === 4) draft.actions.add({ what: `Action ${value}` });
          if (what === 5 && need !== undefined) draft.needs.byId(need).level = 1 + value;
        });
        if (what === 6) merge(one, two);
      }
      merge(one, two);
      const frozen = freeze(plan, one.doc);
      expect(freeze(plan, replica(9, Y.encodeStateAsUpdate(two.doc)).doc)).toEqual(frozen);
      const read = readFrozen(plan, frozen);
      expect(read.type === 'read' && said(read.view)).toEqual(said(one.section.view()));
    }),
  );
});
