import { restamp } from '@caseweave/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { claim, docOf, push, written } from './sections.ts';

const [mine, fresh] = [12, 13];

/** A device that has what the server has, and writes on. */
function device(before: (doc: Y.Doc) => void = () => {}) {
  const base = docOf(1);
  before(base);
  return { base, doc: docOf(mine, Y.encodeStateAsUpdate(base)) };
}

const after = (base: Y.Doc, ...results: ReturnType<typeof restamp>) =>
  docOf(3, Y.encodeStateAsUpdate(base), ...results.flatMap((one) => (one.type === 'restamped' ? [one.update] : [])));

const refused = (update: Uint8Array) => ({ update, survives: false });
const surviving = (update: Uint8Array) => ({ update, survives: true });

test('[R2] words typed inside and after a passage that was not taken stay where they were', () => {
  const { base, doc } = device((server) => server.getText('story/').insert(0, 'AB'));
  const story = doc.getText('story/');
  const updates = [
    refused(written(doc, () => story.insert(1, 'xyz'))),
    surviving(written(doc, () => story.insert(4, 'after'))),
    surviving(written(doc, () => story.insert(2, 'in'))),
  ];

  const result = after(base, ...restamp({ base, updates, client: fresh }));

  expect(story.toJSON()).toBe('AxinyzafterB');
  expect(result.getText('story/').toJSON()).toBe('AinafterB');
});

test('[R4] what lies in a row that was not taken is lost with it, whole; other rows go on', () => {
  const { base, doc } = device();
  const updates = [
    refused(written(doc, () => push(doc, claim('n1', 'needs', true)))),
    surviving(
      written(doc, () => {
        push(doc, claim('n1', 'needs.title', 'Sleep'));
        doc.getText('story/').insert(0, 'about sleep');
      }),
    ),
    surviving(written(doc, () => doc.getText('needs.note/n1').insert(0, 'wakes'))),
    surviving(written(doc, () => push(doc, claim('n2', 'needs', true), claim('n2', 'needs.title', 'School')))),
    surviving(written(doc, () => push(doc, claim('n2', 'needs.about', 'Tobi')))),
  ];

  const results = restamp({ base, updates, client: fresh });

  expect(results.map(({ type }) => type)).toEqual(['lost', 'lost', 'lost', 'restamped', 'restamped']);
  const result = after(base, ...results);
  expect(result.getText('story/').toJSON()).toBe('');
  expect(result.getArray('claims').toJSON()).toEqual([
    ['n2', 'needs', true],
    ['n2', 'needs.title', 'School'],
    ['n2', 'needs.about', 'Tobi'],
  ]);
});

test('[R4] a row that the server has from another is not gone', () => {
  const { base, doc } = device((server) => push(server, claim('n1', 'needs', true)));
  const updates = [
    refused(written(doc, () => push(doc, claim('n1', 'needs', true)))),
    surviving(written(doc, () => push(doc, claim('n1', 'needs.title', 'Sleep')))),
  ];

  expect(restamp({ base, updates, client: fresh })[1]?.type).toBe('restamped');
});

test('[R8] what only takes back what was not taken is empty; what the server has is superseded as before', () => {
  const { base, doc } = device((server) => push(server, claim('', 'jobTitle', 'Okafor')));
  const claims = doc.getArray('claims');
  const updates = [
    refused(written(doc, () => push(doc, claim('', 'jobTitle', 'Reid')))),
    surviving(written(doc, () => claims.delete(1, 1))),
    surviving(
      written(doc, () => {
        claims.delete(0, 1);
        push(doc, claim('', 'jobTitle', 'Okafor-Reid'));
      }),
    ),
  ];

  const results = restamp({ base, updates, client: fresh });

  expect(results.map(({ type }) => type)).toEqual(['lost', 'empty', 'restamped']);
  expect(
    after(base, ...results)
      .getArray('claims')
      .toJSON(),
  ).toEqual([['', 'jobTitle', 'Okafor-Reid']]);
});

test('[R9] a strike names what it saw by the new ids, and what the server has by the old', () => {
  const { base, doc } = device((server) => push(server, claim('n1', 'needs', true), claim('n1', 'needs.title', 'Old')));
  const updates = [
    refused(written(doc, () => push(doc, claim('', 'jobTitle', 'Reid')))),
    surviving(written(doc, () => push(doc, claim('n1', 'needs.title', 'New')))),
    surviving(
      written(doc, () => push(doc, claim('n1', '!', { why: 'wrong row', saw: { 1: 1, [mine]: 1 } }, { t: 1 }))),
    ),
    surviving(written(doc, () => push(doc, claim('n1', '!', { why: 'unseen', saw: { 1: 9, [mine]: 0, 77: 4 } })))),
  ];

  const claims = after(base, ...restamp({ base, updates, client: fresh }))
    .getArray('claims')
    .toJSON();

  expect(claims.slice(3)).toEqual([
    ['n1', '!', { why: 'wrong row', saw: { 1: 1, [fresh]: 0 } }, { t: 1 }],
    ['n1', '!', { why: 'unseen', saw: { 1: 1 } }],
  ]);
});

test('[R4] what lies in a type that was not taken is lost with it', () => {
  const { base, doc } = device();
  const list = new Y.Array<string>();
  const updates = [
    refused(written(doc, () => doc.getMap('extra').set('list', list))),
    surviving(written(doc, () => list.push(['inside']))),
    surviving(written(doc, () => doc.getMap('extra').set('other', 'kept'))),
  ];

  const results = restamp({ base, updates, client: fresh });

  expect(results.map(({ type }) => type)).toEqual(['lost', 'lost', 'restamped']);
  expect(
    after(base, ...results)
      .getMap('extra')
      .toJSON(),
  ).toEqual({ other: 'kept' });
});

test('[R1] the fresh clientID goes on after what the server has of it', () => {
  const { base, doc } = device((server) => {
    server.clientID = fresh;
    server.getText('story/').insert(0, 'Earlier. ');
  });
  const story = doc.getText('story/');
  const updates = [
    refused(written(doc, () => story.insert(9, 'Not taken. '))),
    surviving(written(doc, () => story.insert(20, 'Later.'))),
  ];

  const [, result] = restamp({ base, updates, client: fresh });

  if (result?.type !== 'restamped') throw new Error('it does not stand');
  expect(Y.parseUpdateMeta(result.update)).toMatchObject({ from: new Map([[fresh, 9]]), to: new Map([[fresh, 15]]) });
  expect(after(base, result).getText('story/').toJSON()).toBe('Earlier. Later.');
});
