/**
 * What admission costs, beside what Yjs costs to apply the same update.
 *
 * Run: `node --conditions=@caseweave/source packages/protocol/benchmarks/admission.ts`
 */
import { admit, type Shape } from '@caseweave/protocol';
import * as Y from 'yjs';

const shape: Shape = {
  section: 'plan.shared',
  version: 1,
  oldestWriter: 1,
  fields: {
    needs: { kind: 'collection' },
    'needs.title': { kind: 'register' },
    story: { kind: 'rich-text', formats: ['bold'] },
  },
};
const acts = { read: true, write: true, append: true };
const device = 1_234_567_890;
const rounds = 2_000;

/** A section as it is after some months: 3,000 claims by ten devices, and a story. */
function lived(): Y.Doc {
  const section = new Y.Doc();
  for (let at = 0; at < 3_000; at++) {
    section.clientID = 1_000_000_000 + (at % 10);
    section.getArray('claims').push([[`row${at % 200}`, 'needs.title', `Value ${at}`, { t: 1_790_000_000_000 + at }]]);
    if (at % 3 === 0)
      section.getText('story/').insert((at * 7) % (section.getText('story/').length + 1), 'some words ');
  }
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(section));
  return doc;
}

type Change = (doc: Y.Doc, at: number) => void;

const kinds: Readonly<Record<string, Change>> = {
  'one claim': (doc, at) =>
    doc.getArray('claims').push([[`row${at % 200}`, 'needs.title', `Value ${at}`, { t: 1_790_000_000_000 }]]),
  'one claim for another': (doc, at) => {
    doc.getArray('claims').delete((at * 13) % 3_000, 1);
    doc.getArray('claims').push([['row1', 'needs.title', `Value ${at}`, { t: 1_790_000_000_000 }]]);
  },
  'one character': (doc, at) => doc.getText('story/').insert((at * 17) % 9_000, 'x'),
  'forty claims': (doc, at) =>
    doc.getArray('claims').push(Array.from({ length: 40 }, (_, n) => [`row${n}`, 'needs.title', `Value ${at}`])),
};

for (const [name, change] of Object.entries(kinds)) {
  const base = lived();
  const writer = new Y.Doc();
  Y.applyUpdate(writer, Y.encodeStateAsUpdate(base));
  writer.clientID = device;
  const updates: Uint8Array[] = [];
  writer.on('update', (update: Uint8Array) => updates.push(update));
  for (let at = 0; at < rounds; at++) writer.transact(() => change(writer, at));
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
    if (verdict.type !== 'admitted') throw new Error(`not admitted: ${JSON.stringify(verdict)}`);
    Y.applyUpdate(base, verdict.update);
    admitting.push(judged - started);
    applying.push(performance.now() - judged);
  }
  const [admission, application] = [median(admitting), median(applying)];
  const ratio = (admission / application).toFixed(2);
  console.log(`${name}: admit ${microseconds(admission)}, apply ${microseconds(application)}, ratio ${ratio}`);
}

/** Of the second half, when the code is warm. */
function median(times: readonly number[]): number {
  const warm = times.slice(times.length / 2).toSorted((one, other) => one - other);
  return warm[Math.floor(warm.length / 2)] ?? 0;
}

function microseconds(time: number): string {
  return `${(time * 1000).toFixed(1)} us`;
}
