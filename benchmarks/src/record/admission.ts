import { admit, type Shape } from '@caseweave/protocol';
import * as Y from 'yjs';
import { median } from '../frame/interleaved.ts';
import type { Suite } from '../frame/suite.ts';

const shape: Shape = {
  section: 'plan.shared',
  version: 1,
  oldestWriter: 1,
  extensions: {},
  fields: {
    needs: { kind: 'collection' },
    'needs.title': { kind: 'register' },
    story: { kind: 'rich-text', formats: ['bold'] },
  },
};
const acts = { read: true, write: true, append: true };
const device = 1_234_567_890;
const rounds = 2_000;

/** What it costs to know that an update is harmless, beside what Yjs takes to apply it. */
export const admission: Suite = {
  name: 'admission',
  about: 'the judging of an update before anything is applied, beside Yjs applying it',
  run(report) {
    for (const [what, change] of changes) {
      const { admitting, applying } = timed(change);
      report({
        measure: `admission-${what.replaceAll(' ', '-')}`,
        what: `an update of ${what} judged; the peer applies it`,
        unit: 'us',
        ours: admitting,
        other: applying,
        otherIs: 'Yjs applyUpdate',
      });
    }
  },
};

/** A section as it is after some months: 3,000 claims by ten devices, and a story. */
function lived(): Y.Doc {
  const section = new Y.Doc();
  for (let at = 0; at < 3_000; at += 1) {
    section.clientID = 1_000_000_000 + (at % 10);
    section.getArray('claims').push([[`row${at % 200}`, 'needs.title', `Value ${at}`, { t: 1_790_000_000_000 + at }]]);
    if (at % 3 === 0)
      section.getText('story/').insert((at * 7) % (section.getText('story/').length + 1), 'some words ');
  }
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(section));
  return doc;
}

const changes: readonly (readonly [string, (doc: Y.Doc, at: number) => void])[] = [
  [
    'one claim',
    (doc, at) =>
      doc.getArray('claims').push([[`row${at % 200}`, 'needs.title', `Value ${at}`, { t: 1_790_000_000_000 }]]),
  ],
  [
    'one claim for another',
    (doc, at) => {
      doc.getArray('claims').delete((at * 13) % 3_000, 1);
      doc.getArray('claims').push([['row1', 'needs.title', `Value ${at}`, { t: 1_790_000_000_000 }]]);
    },
  ],
  ['one character', (doc, at) => doc.getText('story/').insert((at * 17) % 9_000, 'x')],
  [
    'forty claims',
    (doc, at) =>
      doc.getArray('claims').push(Array.from({ length: 40 }, (_, n) => [`row${n}`, 'needs.title', `Value ${at}`])),
  ],
];

function timed(change: (doc: Y.Doc, at: number) => void): { admitting: number; applying: number } {
  const base = lived();
  const writer = new Y.Doc();
  Y.applyUpdate(writer, Y.encodeStateAsUpdate(base));
  writer.clientID = device;
  const updates: Uint8Array[] = [];
  writer.on('update', (update: Uint8Array) => updates.push(update));
  for (let at = 0; at < rounds; at += 1) writer.transact(() => change(writer, at));
  const admitting: number[] = [];
  const applying: number[] = [];
  for (const update of updates) {
    const started = performance.now();
    const verdict = admit({
      update,
      doc: base,
      shape,
      leasedTo: (client) => client === device,
      isClosed: () => false,
      acts,
    });
    const judged = performance.now();
    if (verdict.type !== 'admitted') throw new Error(`Not admitted: ${JSON.stringify(verdict)}.`);
    Y.applyUpdate(base, verdict.update);
    admitting.push((judged - started) * 1_000);
    applying.push((performance.now() - judged) * 1_000);
  }
  // Of the second half, when the code is warm.
  return { admitting: median(admitting.slice(rounds / 2)), applying: median(applying.slice(rounds / 2)) };
}
