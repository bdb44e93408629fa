/**
 * Types a real text again: two devices, through a running server, into the story of one family, branches and all.
 *
 * `npm run real-typing -- <trace.json.gz> [http://127.0.0.1:4000]` with a server of `npm start` running.
 */
import type { EnterHeader } from '@caseweave/protocol';
import * as Y from 'yjs';
import { readTrace, type Stretch } from './trace.ts';
import { WireDevice } from './wire-device.ts';

interface Desk {
  readonly device: WireDevice;
  readonly doc: Y.Doc;
  readonly section: EnterHeader;
  /** How many of the other's stretches are in the document. */
  received: number;
}

const [file, base = 'http://127.0.0.1:4000'] = process.argv.slice(2);
if (file === undefined) throw new Error('Say which trace: npm run real-typing -- <trace.json.gz> [url]');

const trace = await readTrace(file);
const desks = await openDesks();
const started = performance.now();
await Promise.all([type(desks[0], trace.devices[0]), type(desks[1], trace.devices[1])]);
await receive(desks[0], trace.devices[1].length);
await receive(desks[1], trace.devices[0].length);

const seconds = (performance.now() - started) / 1000;
const texts = desks.map(({ doc }) => doc.getText('story/').toJSON());
const asPublished = texts.every((text) => text === trace.endContent);
const stretches = trace.devices[0].length + trace.devices[1].length;
const changes = trace.devices.flat().reduce((count, stretch) => count + stretch.changes.length, 0);
console.log(`${changes} changes in ${stretches} batches, ${seconds.toFixed(1)} s`);
console.log(
  asPublished ? 'Both devices show the published text, exactly.' : 'The text differs from the published one.',
);
for (const { device } of desks) device.close();
process.exitCode = asPublished ? 0 : 1;

/** Types a device's stretches, each on exactly what its author had on the screen. */
async function type(desk: Desk, stretches: readonly Stretch[]): Promise<void> {
  const text = desk.doc.getText('story/');
  for (const { after, changes } of stretches) {
    await receive(desk, after);
    const before = Y.encodeStateVector(desk.doc);
    const updates: Uint8Array[] = [];
    const note = (update: Uint8Array) => updates.push(update);
    desk.doc.on('update', note);
    for (const patches of changes) {
      desk.doc.transact(() => {
        for (const [at, remove, insert] of patches) {
          if (remove > 0) text.delete(at, remove);
          if (insert !== '') text.insert(at, insert);
        }
      });
    }
    desk.doc.off('update', note);
    const update = updates.length === 0 ? Y.encodeStateAsUpdate(desk.doc, before) : Y.mergeUpdates(updates);
    await desk.device.push(desk.section.section, desk.section.epoch, update);
  }
}

async function receive(desk: Desk, upTo: number): Promise<void> {
  while (desk.received < upTo) {
    Y.applyUpdate(desk.doc, await desk.device.received(desk.section.section));
    desk.received += 1;
  }
}

/** Signs two people in who may both write in one family's plan, and empties its story. */
async function openDesks(): Promise<readonly [Desk, Desk]> {
  const people = (await (await fetch(`${base}/demo/practitioners`)).json()) as readonly { readonly id: string }[];
  const seen = new Map<string, Desk>();
  for (const { id } of people) {
    const { device, client, sections } = await connect(id);
    for (const section of sections.filter(({ name, acts }) => name === 'plan.shared' && acts.write)) {
      const doc = new Y.Doc();
      doc.clientID = client;
      const first = seen.get(section.section);
      const desk = { device, doc, section, received: 0 };
      if (first === undefined) {
        seen.set(section.section, desk);
        continue;
      }
      Y.applyUpdate(first.doc, await first.device.state(section.section));
      const story = first.doc.getText('story/');
      const emptied = new Promise<Uint8Array>((done) => first.doc.once('update', done));
      if (story.length > 0) {
        story.delete(0, story.length);
        await first.device.push(section.section, section.epoch, await emptied);
      }
      Y.applyUpdate(doc, await device.state(section.section));
      return [first, desk];
    }
  }
  throw new Error('No two people of this authority may write in one plan.');
}

async function connect(practitioner: string) {
  const body = JSON.stringify({ practitioner });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${base}/demo/sign-in`, { method: 'POST', headers, body });
  const { token } = (await answer.json()) as { readonly token: string };
  return WireDevice.connect(`${base.replace(/^http/, 'ws')}/sync`, token);
}
