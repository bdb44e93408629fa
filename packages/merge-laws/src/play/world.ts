import { replicaName, type Grouping, type History, type Step } from '../history/step.ts';
import { Ledger } from '../oracle/ledger.ts';
import type { KnownEdits } from '../oracle/known-edits.ts';
import type { EditMoment, EditResult, Replica, Subject } from '../subject.ts';
import { Broken } from './breach.ts';
import { Device } from './device.ts';
import type { PlayEvent } from './event.ts';

/** An edit that was made: who made it, what they had received by then, and its updates. */
export interface MadeEdit {
  readonly number: number;
  readonly by: number;
  readonly needs: KnownEdits;
  readonly updates: readonly Uint8Array[];
}

/** What a world is made of. */
export interface WorldOptions {
  /** Whether an edit arrives only after those that its writer had received; without it, in any order. */
  readonly causal: boolean;
  /** What the clocks' errors are multiplied by. */
  readonly clocks: number;
  readonly listen: ((event: PlayEvent) => void) | undefined;
}

/** Devices, the network between them, and a ledger of what everybody wrote. */
export class World<Edit, Opened extends Replica> {
  readonly ledger = new Ledger();
  readonly devices: readonly Device<Opened>[];
  readonly written: MadeEdit[] = [];
  readonly refused = { count: 0 };
  step = -1;
  readonly #subject: Subject<Edit, Opened>;
  readonly #options: WorldOptions;
  #apart: ReadonlySet<number> | undefined;
  #characters = 0;

  constructor(subject: Subject<Edit, Opened>, history: History<Edit>, options: WorldOptions) {
    this.#subject = subject;
    this.#options = options;
    const now = (): number => startOfTime + this.step * 60_000;
    const undoes = history.steps.some(({ type }) => type === 'undo' || type === 'redo');
    this.devices = Array.from(
      { length: history.replicas },
      (_, index) => new Device<Opened>(subject, index, { version: history.versions?.[index] ?? 0, now, undoes }),
    );
    const [first, ...others] = this.devices;
    if (first === undefined) throw new RangeError('a history has replicas');
    first.start([]);
    this.#noteOwn(first);
    for (const edit of history.start) this.#edit(first, edit, false, false);
    for (const other of others) {
      other.disk = [...first.disk];
      other.known = first.known.copy();
      other.start(other.disk);
      this.#noteOwn(other);
    }
  }

  device(index: number): Device<Opened> {
    const device = this.devices[index % this.devices.length];
    if (device === undefined) throw new RangeError('a world has devices');
    return device;
  }

  /** Lets one thing happen, and gives the device that it happened to. */
  take(step: Step<Edit>): Device<Opened> | undefined {
    this.step += 1;
    switch (step.type) {
      case 'edit':
        return this.#edit(this.device(step.at), step.edit, step.onForm === true, step.lost === true);
      case 'undo':
      case 'redo':
        return this.#undo(this.device(step.at), step.type);
      case 'open-form':
        return this.#openForm(this.device(step.at));
      case 'deliver':
        return this.#deliver(this.device(step.to), step.nth ?? 0, step.count ?? 1, step.grouping ?? 'each');
      case 'repeat':
        return this.#repeat(this.device(step.to), step.nth);
      case 'partition':
        this.#apart = new Set(step.apart.map((index) => index % this.devices.length));
        this.#tell({ type: 'partition', apart: [...this.#apart], step: this.step });
        return undefined;
      case 'heal':
        this.#apart = undefined;
        this.#tell({ type: 'heal', step: this.step });
        return undefined;
      case 'reload':
        return this.#reload(this.device(step.at), step);
      case 'clock': {
        const device = this.device(step.at);
        device.years += step.years * this.#options.clocks;
        const words = `clock ${Math.abs(step.years)} years ${step.years < 0 ? 'behind' : 'ahead'}`;
        this.#tell({ type: 'clock', at: device.index, words, step: this.step });
        return undefined;
      }
    }
  }

  /** Makes the network whole, and lets everything reach everyone. */
  settle(): void {
    this.step += 1;
    this.#apart = undefined;
    // Twice: what a replica writes by itself when it receives something is passed on too.
    for (let round = 0; round < 2; round += 1) {
      for (const device of this.devices) {
        const missing = this.written.filter(({ number }) => !device.known.has(number));
        this.#receive(device, missing, 'transaction');
      }
    }
  }

  /** Writing that happened outside any edit travels like one. */
  #noteOwn(device: Device<Opened>): void {
    const updates = device.takeOwn();
    if (updates.length === 0) return;
    const { number } = this.#write(device, updates);
    this.#tell({ type: 'own-writing', at: device.index, edit: number, step: this.step });
  }

  #write(device: Device<Opened>, updates: readonly Uint8Array[]): MadeEdit {
    const written = { number: this.written.length, by: device.index, needs: device.known.copy(), updates };
    this.written.push(written);
    device.known.add(written.number);
    device.disk.push(...updates);
    return written;
  }

  #moment(device: Device<Opened>, onForm: boolean): EditMoment {
    const form = onForm ? device.form : undefined;
    return {
      ledger: this.ledger,
      basis: form?.basis ?? device.known,
      now: device.known,
      form: form?.shown,
      number: this.written.length,
      index: device.index,
      version: device.version,
      freshCharacter: () => character((this.#characters += 1)),
    };
  }

  #edit(device: Device<Opened>, edit: Edit, onForm: boolean, lost: boolean): Device<Opened> {
    const outcome = this.#subject.edit(device.replica, edit, this.#moment(device, onForm));
    const isOnForm = onForm && device.form !== undefined;
    const words = `${this.#subject.words(edit)}${isOnForm ? ', on the form opened before' : ''}`;
    if (!lost) return this.#keep(device, outcome, words);
    this.#tell({ type: 'edit', at: device.index, edit: undefined, words, fate: 'lost', step: this.step });
    device.restart('updates');
    this.#noteOwn(device);
    return device;
  }

  #undo(device: Device<Opened>, verb: 'undo' | 'redo'): Device<Opened> | undefined {
    const outcome = this.#subject[verb]?.(device.replica, this.#moment(device, false));
    return outcome === undefined
      ? undefined
      : this.#keep(device, outcome, verb === 'undo' ? 'undoes their last edit' : 'does again what they undid');
  }

  #keep(device: Device<Opened>, outcome: EditResult, words: string): Device<Opened> {
    const updates = device.takeOwn();
    if (outcome.type === 'broken') throw new Broken({ ...outcome, step: this.step, replica: device.index });
    const event = { type: 'edit', at: device.index, words, step: this.step } as const;
    if (outcome.type === 'accepted') {
      const { number } = this.#write(device, updates);
      const facts = this.ledger.write(number, device.index, outcome.adds, outcome.removes);
      outcome.noted?.(facts);
      this.#tell({ ...event, edit: number, fate: 'accepted' });
      return device;
    }
    if (outcome.type === 'refused') this.refused.count += 1;
    this.#tell({ ...event, edit: undefined, fate: outcome.type });
    if (updates.length > 0) {
      this.#write(device, updates);
      const says = `${replicaName(device.index)}'s edit was ${outcome.type}, and yet it wrote something`;
      throw new Broken({ law: 3, says, step: this.step, replica: device.index });
    }
    return device;
  }

  #openForm(device: Device<Opened>): undefined {
    device.form = { shown: this.#subject.form?.(device.replica), basis: device.known.copy() };
    this.#tell({ type: 'open-form', at: device.index, words: 'opens a form', step: this.step });
  }

  #deliver(to: Device<Opened>, nth: number, count: number, grouping: Grouping): Device<Opened> | undefined {
    const arriving: MadeEdit[] = [];
    const known = to.known.copy();
    while (arriving.length < count) {
      const waiting = this.written.filter((written) => this.#canReach(written, to, known));
      const next = waiting[nth % Math.max(1, waiting.length)];
      if (next === undefined) break;
      arriving.push(next);
      known.add(next.number);
    }
    if (arriving.length === 0) return undefined;
    this.#receive(to, arriving, grouping);
    return to;
  }

  #canReach({ number, needs }: MadeEdit, to: Device<Opened>, known: KnownEdits): boolean {
    if (known.has(number)) return false;
    if (this.#options.causal && !needs.isWithin(known)) return false;
    const apart = this.#apart;
    return (
      apart === undefined ||
      this.devices.some((from) => apart.has(from.index) === apart.has(to.index) && from.known.has(number))
    );
  }

  #receive(to: Device<Opened>, arriving: readonly MadeEdit[], grouping: Grouping): void {
    if (arriving.length === 0) return;
    for (const { number } of arriving) to.known.add(number);
    const edits = arriving.map(({ number }) => number);
    this.#tell({ type: 'deliver', at: to.index, edits, grouping, step: this.step });
    to.receive(
      arriving.flatMap(({ updates }) => updates),
      grouping,
    );
    this.#noteOwn(to);
  }

  #repeat(to: Device<Opened>, nth: number): Device<Opened> | undefined {
    const had = this.written.filter(({ number, updates }) => updates.length > 0 && to.known.has(number));
    const again = had.at(-1 - (nth % Math.max(1, had.length)));
    if (again === undefined) return undefined;
    this.#tell({ type: 'repeat', at: to.index, edits: [again.number], grouping: 'each', step: this.step });
    to.receive(again.updates, 'each');
    this.#noteOwn(to);
    return to;
  }

  #reload(device: Device<Opened>, step: Step & { readonly type: 'reload' }): Device<Opened> {
    device.version = step.version ?? device.version;
    const forms = { state: 'its state', updates: 'its updates', merged: 'merged updates', compacted: 'a snapshot' };
    const as = step.version === undefined ? '' : ` as version ${step.version === 0 ? 'declared' : 'next'}`;
    const words = `starts again from ${forms[step.from]}${as}`;
    this.#tell({ type: 'reload', at: device.index, from: step.from, words, step: this.step });
    device.restart(step.from);
    this.#noteOwn(device);
    return device;
  }

  #tell(event: PlayEvent): void {
    this.#options.listen?.(event);
  }
}

const startOfTime = 1_790_000_000_000;

// Letters first, which a person can tell apart; then a long row of signs.
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const character = (nth: number): string => letters.charAt(nth - 1) || String.fromCodePoint(0x4e00 + nth);
