import * as Y from 'yjs';
import { replica, type Replica } from '../fixtures.ts';
import { History } from './history.ts';

/** A device of the simulation: what has reached it, in the order in which it came. */
export class Device {
  readonly client: number;
  replica: Replica;
  /** The numbers of the edits that have reached this device, its own among them. */
  readonly known = new Set<number>();
  #starts = 0;
  form: { readonly view: ReturnType<Replica['section']['view']>; readonly known: ReadonlySet<number> } | undefined;

  constructor(client: number) {
    this.client = client;
    this.replica = replica(client);
  }

  /** Stops and starts again from what is stored, under a form that stays open. */
  reload(): void {
    this.replica.section.close();
    this.#starts += 1;
    this.replica = replica(this.client, Y.encodeStateAsUpdate(this.replica.doc), undefined, 1_000 * this.#starts);
  }
}

/**
 * Devices that hear of one another late, in part, twice, and in groups, but always after what an edit was based on:
 * what one passes on is what it has, in the order in which it came to have it.
 */
export class Network {
  readonly history = new History();
  readonly devices: readonly Device[];
  readonly updates: Uint8Array[] = [];

  constructor(count: number) {
    this.devices = Array.from({ length: count }, (_, index) => new Device(index + 1));
  }

  device(index: number): Device {
    const device = this.devices[index % this.devices.length];
    if (device === undefined) throw new RangeError('a network has devices');
    return device;
  }

  /** One device passes on up to so many edits that the other does not have. */
  deliver(from: Device, to: Device, count: number, grouping: 'each' | 'transaction' | 'merged'): void {
    const missing = [...from.known].filter((edit) => !to.known.has(edit)).slice(0, count);
    const updates = missing.flatMap((edit) => this.updates[edit] ?? []);
    if (updates.length === 0) return;
    const { doc } = to.replica;
    if (grouping === 'merged') Y.applyUpdate(doc, Y.mergeUpdates(updates));
    else if (grouping === 'transaction') doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
    else for (const update of updates) Y.applyUpdate(doc, update);
    for (const edit of missing) to.known.add(edit);
  }

  /** An edit reaches a device again. */
  repeat(to: Device, nth: number): void {
    const known = [...to.known];
    const update = this.updates[known[nth % Math.max(1, known.length)] ?? -1];
    if (update !== undefined) Y.applyUpdate(to.replica.doc, update);
  }

  /** Everything reaches everyone. */
  settle(): void {
    for (const from of this.devices) for (const to of this.devices) this.deliver(from, to, Infinity, 'each');
    for (const from of this.devices) for (const to of this.devices) this.deliver(from, to, Infinity, 'each');
  }
}
