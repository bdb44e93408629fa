import * as Y from 'yjs';
import { WireDevice } from '../../../packages/trials/src/whole/wire-device.ts';
import { ChildServer } from './child-server.ts';
import type { Contender, Cost } from './contender.ts';
import { TrafficCounter } from './counting-socket.ts';
import { ourDevice } from './our-device.ts';

/** The sections of a family's record that its lead may write in. */
const writable = ['plan.shared', 'plan.practice', 'chronology.shared', 'notes.early-help'];

/** Ours, with every section filled; `states` is what each came to hold, for the peers to hold the same. */
export async function ourContender(
  sections: number,
  fill: (doc: Y.Doc, place: number) => void,
): Promise<{ ours: Contender; states: readonly Uint8Array[] }> {
  const server = await ChildServer.start('our-server.ts', [String(Math.ceil(sections / writable.length))]);
  const token = await server.token();
  const url = `ws://127.0.0.1:${server.port}/sync`;
  const { device: writer, client, sections: entered } = await WireDevice.connect(url, token);
  const written = entered.filter(({ name }) => writable.includes(name)).slice(0, sections);
  const docs = written.map((_, place) => {
    const doc = new Y.Doc();
    doc.clientID = client;
    doc.transact(() => fill(doc, place));
    return doc;
  });
  for (const [place, { section, epoch }] of written.entries()) {
    await writer.push(section, epoch, Y.encodeStateAsUpdate(docs[place] ?? new Y.Doc()));
  }
  const states = docs.map((doc) => Y.encodeStateAsUpdate(doc));
  let device = ourDevice(url, token);

  const session = async (isThere: (held: number) => boolean): Promise<Cost> => {
    const counter = new TrafficCounter();
    const cpuBefore = await server.cpu();
    const start = performance.now();
    const caseload = await device.open(counter.Socket);
    const held = () =>
      caseload.records().reduce((sum, record) => sum + record.sections.filter((one) => one.held).length, 0);
    do await counter.quiet();
    while (!isThere(held()) || caseload.status().connection !== 'online');
    const { bytes, messages, sockets, lastAt } = counter.traffic;
    const cpu = (await server.cpu()) - cpuBefore;
    await caseload.close();
    return { bytes, messages, sockets, ms: lastAt - start, cpu };
  };

  const ours: Contender = {
    name: 'Caseweave',
    async firstSync() {
      device = ourDevice(url, token);
      return session((held) => held >= sections);
    },
    async change(places, change) {
      for (const place of places) {
        const [doc, entered] = [docs[place], written[place]];
        if (doc === undefined || entered === undefined) continue;
        const updates: Uint8Array[] = [];
        doc.once('update', (update: Uint8Array) => updates.push(update));
        change(doc);
        for (const update of updates) await writer.push(entered.section, entered.epoch, update);
      }
    },
    catchUp: () => session(() => true),
    async [Symbol.asyncDispose]() {
      writer.close();
      await server.stop();
    },
  };
  return { ours, states };
}
