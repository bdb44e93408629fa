import { entityIds, openSection, type Draft, type SectionSchema } from '@caseweave/record';
import * as Y from 'yjs';
import { WireDevice } from './wire-device.ts';
import type { Practitioner } from './person.ts';
import type { Whole } from './whole.ts';

type Connected = Awaited<ReturnType<typeof WireDevice.connect>>;
type Header = Connected['sections'][number];

const newId = entityIds((length) => crypto.getRandomValues(new Uint8Array(length)));

/** A practitioner's device without a screen, for writing where no page of the app does. */
export class Writer {
  readonly #connected: Connected;
  readonly #records: ReadonlySet<string>;

  private constructor(connected: Connected, records: readonly string[]) {
    this.#connected = connected;
    this.#records = new Set(records);
  }

  /** Connects as somebody who works with the family. */
  static async connect(
    { server, api, family }: Pick<Whole, 'server' | 'api' | 'family'>,
    { id }: Practitioner,
  ): Promise<Writer> {
    const url = `${server.url.replace('http', 'ws')}/sync`;
    return new Writer(await WireDevice.connect(url, await api.token(id)), [family.id, ...family.people]);
  }

  /** Writes in the section of that name of the family, or of one of its people, and gives which it was. */
  async write<Schema extends SectionSchema>(
    schema: Schema,
    change: (draft: Draft<Schema>) => unknown,
  ): Promise<Header> {
    const { device, client, sections } = this.#connected;
    const header = sections.find(
      ({ name, record, acts }) => name === schema.name && this.#records.has(record) && acts.write,
    );
    if (header === undefined) throw new Error(`This practitioner may not write in ${schema.name}.`);
    const doc = new Y.Doc();
    doc.clientID = client;
    Y.applyUpdate(doc, await device.state(header.section));
    const section = openSection(schema, { doc, now: Date.now, newId, authorOf: () => undefined });
    const written = new Promise<Uint8Array>((update) => doc.once('update', update));
    const outcome = section.edit(change);
    if (outcome.type !== 'edited') throw new Error(`Not written: ${JSON.stringify(outcome)}`);
    await device.push(header.section, header.epoch, await written);
    return header;
  }

  close(): void {
    this.#connected.device.close();
  }
}
