import * as Y from 'yjs';
import type { Known } from './known.ts';
import type { Placed } from './place.ts';
import { type Id, sameId } from './struct.ts';

/**
 * Bounds the work that placing an update's structs among concurrent ones would cost Yjs.
 *
 * Each struct is compared with what lies between its neighbours until one tells its place. Honest work walks past what
 * others wrote at the same spot, once for each run of typing; forged neighbours walk the whole text for every character.
 */
export class PlacingCost {
  private readonly known: Known;
  private left: number;
  private readonly inContainer: Map<string, number>;
  /** For each left neighbour, what the update has put right after it; null once that is not known any more. */
  private readonly after: Map<string, Id | null>;

  constructor(known: Known, budget: number) {
    this.known = known;
    this.left = budget;
    this.inContainer = new Map();
    this.after = new Map();
  }

  /** Counts one struct; false once the budget is spent. */
  spend({ struct, found }: Placed): boolean {
    if (found === 'gone') return true;
    const { container } = found;
    const before = this.inContainer.get(container) ?? 0;
    this.inContainer.set(container, before + 1);
    if (this.meetsSiblings(struct, container)) this.left -= before;
    const first = this.firstBetween(struct, container);
    if (first !== null) this.walk(first, struct);
    return this.left >= 0;
  }

  /** Whether the update itself has other structs after the same left neighbour that this one must be compared with. */
  private meetsSiblings({ id, origin, right }: Placed['struct'], container: string): boolean {
    // Nothing can have been put after what was only just written.
    if (origin !== null && origin.client === id.client && origin.clock === id.clock - 1) return false;
    const spot = origin === null ? container : `${origin.client} ${origin.clock}`;
    const next = this.after.get(spot);
    const meets = next !== undefined && (next === null || !sameId(next, right));
    this.after.set(spot, meets ? null : id);
    return meets;
  }

  /** The first item of the section that lies after the struct's left neighbour. */
  private firstBetween({ origin, parent, key }: Placed['struct'], container: string): Y.Item | null {
    if (origin === null) {
      const type = typeof parent === 'string' ? this.known.root(container) : null;
      return type === null || key !== null ? null : type._start;
    }
    if (origin.clock >= this.known.state(origin.client)) return null;
    const item = this.known.at(origin);
    // Within an item the rest of the item is next, and tells the place at once.
    return item instanceof Y.GC || origin.clock < item.id.clock + item.length - 1 ? null : item.right;
  }

  private walk(first: Y.Item, { origin, right }: Placed['struct']): void {
    if (right !== null && covers(first, right)) return;
    const passed = new Set<Y.Item | Y.GC>();
    for (let item: Y.Item | null = first; item !== null && this.left >= 0; item = item.right) {
      if (right !== null && covers(item, right)) return;
      passed.add(item);
      const beside = sameId(item.origin, origin);
      if (!beside && (item.origin === null || !passed.has(this.known.at(item.origin)))) return;
      this.left -= 1;
    }
  }
}

const covers = ({ id, length }: Y.Item, { client, clock }: Id): boolean =>
  client === id.client && clock >= id.clock && clock < id.clock + length;
