import * as Y from 'yjs';
import { type Container, type Known, parentOf } from './known.ts';
import type { Id, Struct } from './struct.ts';
import { Refused } from './verdict.ts';

/** Where a struct goes. */
export interface StructPlace {
  /** The name of the root that it lies in, however deep. */
  readonly root: string;
  readonly key: string | null;
  /** 0 in a root, 1 in a type in a root, and so on. */
  readonly depth: number;
  /** Names the container: two structs lie in the same one if this is the same. */
  readonly container: string;
}

/** `gone`: what it would lie in has been deleted, so that Yjs would swallow it. */
export type Found = StructPlace | 'gone';

/** A struct of the update, and where it goes. */
export interface Placed {
  readonly struct: Struct;
  readonly found: Found;
}

/** Finds where structs go, in the section and in the update itself, without applying anything. */
export class Places {
  private readonly known: Known;
  private readonly placed: Map<number, Placed[]>;

  constructor(known: Known) {
    this.known = known;
    this.placed = new Map();
  }

  /** The first clock of a client that is neither in the section nor placed yet. */
  frontier(client: number): number {
    const last = this.placed.get(client)?.at(-1);
    return last === undefined ? this.known.state(client) : last.struct.id.clock + last.struct.length;
  }

  /** Says whether all that a struct hangs on is known. */
  ready({ origin, right, parent }: Struct): boolean {
    const has = (id: Id | null) => id === null || id.clock < this.frontier(id.client);
    return has(origin) && has(right) && (parent === null || typeof parent === 'string' || has(parent));
  }

  /** Places a struct that is ready. */
  place(struct: Struct): Placed {
    const placed = { struct, found: this.find(struct) };
    const { client } = struct.id;
    const line = this.placed.get(client);
    if (line === undefined) this.placed.set(client, [placed]);
    else line.push(placed);
    return placed;
  }

  /** The struct of the update that covers a clock. */
  inUpdate({ client, clock }: Id): Placed | undefined {
    const line = this.placed.get(client);
    if (line === undefined) return undefined;
    let low = 0;
    let high = line.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const placed = line[middle];
      if (placed === undefined) return undefined;
      const { id, length } = placed.struct;
      if (clock < id.clock) high = middle - 1;
      else if (clock >= id.clock + length) low = middle + 1;
      else return placed;
    }
    return undefined;
  }

  /** Where an item of the section lies. */
  ofItem(item: Y.Item): Found {
    const type = parentOf(item);
    const root = this.known.rootOf(item);
    if (type._item?.deleted === true) return 'gone';
    const container = type._item === null ? root : containerOf(type._item.id);
    return { root, key: item.parentSub, depth: depthOf(type), container };
  }

  private find(struct: Struct): Found {
    if (struct.content.type === 'gc') return 'gone';
    const { origin, right, parent } = struct;
    const left = origin === null ? null : this.neighbour(origin);
    const next = right === null ? null : this.neighbour(right);
    if (left === 'gone' || next === 'gone') return 'gone';
    if (left !== null && next !== null && (left.container !== next.container || left.key !== next.key)) {
      throw new Refused('wrong-shape', struct.id.client);
    }
    const beside = left ?? next;
    if (beside !== null) return beside;
    if (typeof parent === 'string') return { root: parent, key: struct.key, depth: 0, container: parent };
    if (parent === null) throw new Refused('malformed', struct.id.client);
    return this.inside(parent, struct.key);
  }

  /** The place beside another struct. */
  private neighbour(id: Id): Found {
    const placed = this.inUpdate(id);
    if (placed !== undefined) return placed.found;
    const item = this.known.at(id);
    return item instanceof Y.GC ? 'gone' : this.ofItem(item);
  }

  /** The place inside another struct, which must hold a type. */
  private inside(id: Id, key: string | null): Found {
    const placed = this.inUpdate(id);
    if (placed !== undefined) {
      const { type } = placed.struct.content;
      if (type === 'deleted' || placed.found === 'gone') return 'gone';
      if (type !== 'type') throw new Refused('no-parent');
      return { root: placed.found.root, key, depth: placed.found.depth + 1, container: containerOf(id) };
    }
    const item = this.known.at(id);
    if (item instanceof Y.GC || item.deleted) return 'gone';
    if (!(item.content instanceof Y.ContentType)) throw new Refused('no-parent');
    return {
      root: this.known.rootOf(item),
      key,
      depth: depthOf(item.content.type as Container),
      container: containerOf(id),
    };
  }
}

// A slash cannot begin a root's name, so no root is taken for a container within one.
const containerOf = ({ client, clock }: Id): string => `/${client}/${clock}`;

function depthOf(type: Container): number {
  let depth = 0;
  for (let item = type._item; item !== null; item = parentOf(item)._item) depth += 1;
  return depth;
}
