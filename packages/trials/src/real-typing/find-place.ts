import type { SectionId } from '@caseweave/protocol';
import * as Y from 'yjs';
import { DemoApi } from '../whole/demo-api.ts';
import { WireDevice } from '../whole/wire-device.ts';

/** Where two people type: a plan whose story is empty. */
export interface TypingPlace {
  readonly section: SectionId;
  readonly epoch: number;
  /** Of the two people. */
  readonly tokens: readonly [string, string];
}

/** Finds two people of the demonstration who may both write in one family's plan, and empties its story. */
export async function findPlace(url: string): Promise<TypingPlace> {
  const api = new DemoApi(url);
  const seen = new Map<SectionId, string>();
  for (const { id } of await api.practitioners()) {
    const token = await api.token(id);
    const { device, client, sections } = await WireDevice.connect(`${url.replace(/^http/, 'ws')}/sync`, token);
    for (const { section, epoch } of sections.filter(({ name, acts }) => name === 'plan.shared' && acts.write)) {
      const other = seen.get(section);
      seen.set(section, token);
      if (other === undefined) continue;
      const doc = new Y.Doc();
      doc.clientID = client;
      Y.applyUpdate(doc, await device.state(section));
      const story = doc.getText('story/');
      const emptied = new Promise<Uint8Array>((done) => doc.once('update', done));
      if (story.length > 0) {
        story.delete(0, story.length);
        await device.push(section, epoch, await emptied);
      }
      device.close();
      return { section, epoch, tokens: [other, token] };
    }
    device.close();
  }
  throw new Error('No two people of this authority may write in one plan.');
}
