import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { parentOf } from '../admission/known.ts';
import type { Id, Range, Struct } from '../admission/struct.ts';
import { createdIn, readOwn, writtenIn } from './entities.ts';
import type { Renumbered } from './renumbered.ts';
import type { RenumberingContext } from './renumbering-context.ts';
import { withSight } from './sight.ts';
import { type NewStruct, writeRenumbered } from './write-renumbered.ts';

/** One update with new ids. */
export interface Done {
  /** Null if nothing is left of it. */
  readonly update: Uint8Array | null;
  readonly renumbered: Renumbered;
  readonly next: number;
  readonly created: readonly string[];
}

/** Gives one update new ids, or finds that it cannot stand without what is gone. */
export class Renumbering {
  private readonly ground: RenumberingContext;
  private readonly start: number;
  private readonly gone: ReadonlySet<string>;
  private renumbered: Renumbered;
  private next: number;
  private readonly created = new Set<string>();
  private readonly structs: NewStruct[] = [];

  constructor(ground: RenumberingContext, renumbered: Renumbered, next: number, gone: ReadonlySet<string>) {
    this.ground = ground;
    this.renumbered = renumbered;
    this.start = next;
    this.next = next;
    this.gone = gone;
  }

  /** Null if the update cannot be read, or cannot stand. */
  carryOut(bytes: Uint8Array): Done | null {
    const update = readOwn(bytes);
    if (update === null) return null;
    const fresh = update.clients.map(({ client, structs }) => this.unknown(client, structs));
    const all = fresh.flatMap((structs) => structs ?? []);
    if (fresh.includes(null)) return null;
    for (const struct of all) for (const entity of createdIn(struct)) this.created.add(entity);
    if (!this.takeAll(all, bytes)) return null;
    const deletes = update.deletes.flatMap((range) => this.deleted(range));
    const { ground, renumbered, next, start } = this;
    const isEmpty = this.structs.length === 0 && deletes.length === 0;
    const written = isEmpty ? null : writeRenumbered(ground.client, start, this.structs, deletes);
    return { update: written, renumbered, next, created: [...this.created] };
  }

  /** The structs that the server has not; null where it has a part of one. */
  private unknown(client: number, structs: readonly Struct[]): readonly Struct[] | null {
    const state = this.ground.known.state(client);
    const fresh = structs.filter(({ id, length }) => id.clock + length > state);
    return fresh.some(({ id }) => id.clock < state) ? null : fresh;
  }

  /** Several clientIDs of one update may hang on each other: each struct goes once what it hangs on has gone. */
  private takeAll(structs: readonly Struct[], bytes: Uint8Array): boolean {
    let waiting = structs;
    while (waiting.length > 0) {
      const left: Struct[] = [];
      for (const struct of waiting) {
        const awaited = [...left, ...waiting.slice(waiting.indexOf(struct) + 1)];
        if (hangsOn(struct, awaited)) left.push(struct);
        else if (!this.take(struct, bytes)) return false;
      }
      if (left.length === waiting.length) return false;
      waiting = left;
    }
    return true;
  }

  private take(struct: Struct, bytes: Uint8Array): boolean {
    const { id, length, content } = struct;
    const clock = this.next;
    if (content.type === 'gc') {
      this.structs.push({ origin: null, right: null, parent: null, key: null, body: encodeGone(length), kind: 0 });
    } else {
      if (this.ground.whole.state(id.client) < id.clock + length) return false;
      const item = this.ground.whole.at(id);
      // What it lies in is gone at the server, or was never taken.
      if (!(item instanceof Y.Item)) return false;
      const parent = this.parent(item);
      if (parent === null) return false;
      const entities = writtenIn(struct, this.ground.whole.rootOf(item));
      if (entities.some((entity) => this.gone.has(entity) && !this.created.has(entity))) return false;
      this.renumbered = this.renumbered.with({ ...id, length }, clock);
      const [origin, right] = this.neighbours(struct, item);
      const body = withSight(struct, bytes, this.ground, this.renumbered);
      const kind = (bytes[struct.from] ?? 0) & 31;
      this.structs.push({ origin, right, parent, key: item.parentSub, body, kind });
    }
    if (content.type === 'gc') this.renumbered = this.renumbered.with({ ...id, length }, clock);
    this.next = clock + length;
    return true;
  }

  /** The container of an item as it is named now; null if it is gone. */
  private parent(item: Y.Item): string | Id | null {
    const { _item: holder } = parentOf(item);
    return holder === null ? this.ground.whole.rootOf(item) : this.found(holder.id);
  }

  /** Where an id is found now; null if it is gone, or comes later. */
  private found(id: Id): Id | null {
    return id.clock < this.ground.known.state(id.client)
      ? { client: id.client, clock: id.clock }
      : this.renumbered.find(id);
  }

  /**
   * Between which neighbours it goes. In a list or text these are the nearest ones left, so that its place stays exactly
   * what this device has shown; under a key only what was there before counts.
   */
  private neighbours({ id, length, origin, right }: Struct, item: Y.Item): readonly [Id | null, Id | null] {
    if (item.parentSub !== null) {
      return [
        origin === null ? null : this.nearest(origin, 'left'),
        right === null ? null : this.nearest(right, 'right'),
      ];
    }
    const last = { client: id.client, clock: id.clock + length - 1 };
    return [this.nearest(this.beside(id, 'left'), 'left'), this.nearest(this.beside(last, 'right'), 'right')];
  }

  /** The nearest neighbour on one side, from one on, that is not gone and did not come later. */
  private nearest(from: Id | null, side: 'left' | 'right'): Id | null {
    for (let id = from; id !== null; id = this.beside(id, side)) {
      const found = this.found(id);
      if (found !== null) return found;
    }
    return null;
  }

  private beside({ client, clock }: Id, side: 'left' | 'right'): Id | null {
    if (clock >= this.ground.whole.state(client)) return null;
    const item = this.ground.whole.at({ client, clock });
    if (!(item instanceof Y.Item)) return null;
    if (side === 'left') return clock > item.id.clock ? { client, clock: clock - 1 } : (item.left?.lastId ?? null);
    return clock < item.id.clock + item.length - 1 ? { client, clock: clock + 1 } : (item.right?.id ?? null);
  }

  /** What of a deleted range the server has, and what of it has new ids. Deleting what is gone is nothing. */
  private deleted(range: Range): readonly Range[] {
    const length = Math.min(range.length, this.ground.known.state(range.client) - range.clock);
    return [...(length > 0 ? [{ ...range, length }] : []), ...this.renumbered.findAll(range)];
  }
}

function hangsOn({ id, origin, right, parent }: Struct, structs: readonly Struct[]): boolean {
  const holder = typeof parent === 'string' ? null : parent;
  const needed = [origin, right, holder, id.clock === 0 ? null : { client: id.client, clock: id.clock - 1 }];
  return needed.some((one) => one !== null && structs.some((struct) => struct.id !== id && covers(struct, one)));
}

const covers = ({ id, length }: Struct, { client, clock }: Id): boolean =>
  id.client === client && clock >= id.clock && clock < id.clock + length;

function encodeGone(length: number): Uint8Array {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, length);
  return encoding.toUint8Array(to);
}
