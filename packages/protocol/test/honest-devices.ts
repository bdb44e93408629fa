import fc from 'fast-check';
import * as Y from 'yjs';
import { claim, docOf, push } from './sections.ts';

/** One thing that a person does on a device. */
export type Deed =
  | { readonly type: 'claims'; readonly count: number; readonly value: unknown }
  | { readonly type: 'supersede'; readonly at: number; readonly value: unknown }
  | { readonly type: 'row'; readonly entity: string }
  | { readonly type: 'strike'; readonly entity: string }
  | { readonly type: 'log'; readonly entity: string }
  | { readonly type: 'delete-claims'; readonly at: number; readonly count: number }
  | { readonly type: 'type'; readonly root: string; readonly at: number; readonly text: string }
  | { readonly type: 'erase'; readonly root: string; readonly at: number; readonly count: number }
  | { readonly type: 'format'; readonly at: number; readonly count: number; readonly bold: true | null }
  | { readonly type: 'create-and-delete'; readonly at: number; readonly text: string }
  | { readonly type: 'unknown'; readonly key: string }
  | { readonly type: 'undo' };

/** Something that happens among the devices. */
export type Step =
  | { readonly type: 'deed'; readonly device: number; readonly deeds: readonly Deed[] }
  /** Sends what waits: each update by itself, all as one, or as a stock client answers: all that the server may lack. */
  | { readonly type: 'send'; readonly device: number; readonly how: 'each' | 'merged' | 'diff' }
  | { readonly type: 'receive'; readonly device: number };

const at = fc.nat(200);
const count = fc.integer({ min: 1, max: 6 });
const entity = fc.constantFrom('n1', 'n2', 'n3');
const root = fc.constantFrom('story/', 'needs.note/n1', 'needs.note/n2', 'later.text/n1');
const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), fc.constant('👩‍👧 moved 😀'));
// What reaches an object's prototype never leaves an honest device.
const value = fc
  .jsonValue({ maxDepth: 3 })
  .filter((json) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(json)));
const is = <const Type extends string>(type: Type) => fc.constant(type);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: is('claims'), count, value }) },
  { weight: 2, arbitrary: fc.record({ type: is('supersede'), at, value }) },
  fc.record({ type: is('row'), entity }),
  fc.record({ type: is('strike'), entity }),
  fc.record({ type: is('log'), entity }),
  fc.record({ type: is('delete-claims'), at, count }),
  { weight: 4, arbitrary: fc.record({ type: is('type'), root, at, text }) },
  { weight: 2, arbitrary: fc.record({ type: is('erase'), root, at, count }) },
  { weight: 3, arbitrary: fc.record({ type: is('format'), at, count, bold: fc.constantFrom(true, null) }) },
  { weight: 2, arbitrary: fc.record({ type: is('create-and-delete'), at, text }) },
  fc.record({ type: is('unknown'), key: fc.constantFrom('a', 'b') }),
  fc.record({ type: is('undo') }),
);

/** Some devices at work, offline and online. */
export const someSteps = (devices: number): fc.Arbitrary<readonly Step[]> => {
  const device = fc.nat(devices - 1);
  return fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ type: is('deed'), device, deeds: fc.array(deed, { minLength: 1, maxLength: 4 }) }),
      },
      { weight: 2, arbitrary: fc.record({ type: is('send'), device, how: fc.constantFrom('each', 'merged', 'diff') }) },
      { weight: 2, arbitrary: fc.record({ type: is('receive'), device }) },
    ),
    { minLength: 5, maxLength: 40 },
  );
};

/** A device with its document, its undo stack and what it has written and not sent. */
export class Device {
  readonly doc: Y.Doc;
  readonly client: number;
  unsent: Uint8Array[];
  private readonly undo: Y.UndoManager;

  constructor(client: number) {
    this.client = client;
    this.doc = docOf(client);
    this.unsent = [];
    this.undo = new Y.UndoManager(this.doc.getText('story/'), { captureTimeout: 0 });
    this.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) this.unsent.push(update);
    });
  }

  carryOut(deeds: readonly Deed[]): void {
    // An undo is a transaction of its own.
    if (deeds.some(({ type }) => type === 'undo')) this.undo.undo();
    else this.doc.transact(() => deeds.forEach((deed) => doOne(this.doc, deed)));
  }
}

/** A place in a text that does not cut a character in two, as every editor sees to. */
function placeIn(words: Y.Text, at: number): number {
  const index = at % (words.length + 1);
  const unit = words.toJSON().charCodeAt(index);
  return unit >= 0xdc00 && unit < 0xe000 ? index - 1 : index;
}

/** Where a stretch from such a place ends. */
const endIn = (words: Y.Text, from: number, count: number): number =>
  Math.max(from, placeIn(words, Math.min(words.length, from + count)));

function doOne(doc: Y.Doc, deed: Deed): void {
  const claims = doc.getArray('claims');
  const versions = doc.getMap('versions');
  if (!versions.has('w2')) versions.set('w2', true);
  switch (deed.type) {
    case 'claims':
      return push(doc, ...Array.from({ length: deed.count }, () => claim('', 'jobTitle', deed.value, { t: 1 })));
    case 'supersede':
      if (claims.length > 0) claims.delete(deed.at % claims.length, 1);
      return push(doc, claim('n1', 'needs.title', deed.value, { t: 1, of: 3, why: 'agreed', later: [1] }));
    case 'row':
      return push(doc, claim(deed.entity, 'needs', true), claim(deed.entity, 'needs.place', 'a0'));
    case 'strike':
      return push(doc, claim(deed.entity, '!', { why: 'wrong row', saw: { 3: 4 } }));
    case 'log':
      return push(doc, claim(deed.entity, 'events', { occurredOn: '2026-11-02', text: 'Visited' }));
    case 'delete-claims': {
      const from = deed.at % (claims.length + 1);
      return claims.delete(from, Math.min(deed.count, claims.length - from));
    }
    case 'type': {
      const words = doc.getText(deed.root);
      return words.insert(placeIn(words, deed.at), deed.text);
    }
    case 'erase': {
      const words = doc.getText(deed.root);
      const from = placeIn(words, deed.at);
      return words.delete(from, endIn(words, from, deed.count) - from);
    }
    case 'format': {
      const story = doc.getText('story/');
      const from = placeIn(story, deed.at);
      return story.format(from, endIn(story, from, deed.count) - from, { bold: deed.bold });
    }
    case 'create-and-delete': {
      const story = doc.getText('story/');
      const from = placeIn(story, deed.at);
      story.insert(from, deed.text);
      return story.delete(from, deed.text.length);
    }
    case 'unknown': {
      doc.getMap('extra').set(deed.key, { later: [1, null] });
      return doc.getArray('more').push([deed.key, 1.5]);
    }
    case 'undo':
  }
}
