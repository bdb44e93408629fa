import * as Y from 'yjs';
import type { Desk } from './desk.ts';
import type { TypingPlace } from './find-place.ts';
import type { Stretch } from './trace.ts';
import { typeChanges } from './type-changes.ts';
import { WireDevice } from '../whole/wire-device.ts';

/** A device of the caseload protocol: a stretch is a batch. */
export class WireDesk implements Desk {
  readonly #device: WireDevice;
  readonly #doc: Y.Doc;
  readonly #place: TypingPlace;
  #received = 0;

  private constructor(device: WireDevice, doc: Y.Doc, place: TypingPlace) {
    this.#device = device;
    this.#doc = doc;
    this.#place = place;
  }

  static async open(url: string, token: string, place: TypingPlace): Promise<WireDesk> {
    const { device, client } = await WireDevice.connect(`${url.replace(/^http/, 'ws')}/sync`, token);
    const doc = new Y.Doc();
    doc.clientID = client;
    Y.applyUpdate(doc, await device.state(place.section));
    return new WireDesk(device, doc, place);
  }

  get text(): string {
    return this.#doc.getText('story/').toJSON();
  }

  async type(stretch: Stretch): Promise<void> {
    const before = Y.encodeStateVector(this.#doc);
    const updates: Uint8Array[] = [];
    const note = (update: Uint8Array) => updates.push(update);
    this.#doc.on('update', note);
    typeChanges(this.#doc.getText('story/'), stretch);
    this.#doc.off('update', note);
    const update = updates.length === 0 ? Y.encodeStateAsUpdate(this.#doc, before) : Y.mergeUpdates(updates);
    await this.#device.push(this.#place.section, this.#place.epoch, update);
  }

  async receive(stretches: number): Promise<void> {
    while (this.#received < stretches) {
      Y.applyUpdate(this.#doc, await this.#device.received(this.#place.section));
      this.#received += 1;
    }
  }

  close(): void {
    this.#device.close();
  }
}
