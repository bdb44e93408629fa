import * as Y from 'yjs';
import type { Known } from './known.ts';
import type { Placed } from './place.ts';
import { sameId } from './struct.ts';

/**
 * Bounds the work that placing an update's structs among concurrent ones would cost Yjs.
 *
 * Each struct is compared with those between its neighbours until one tells its place. Honest work walks past what others
 * wrote at the same spot, once for each run of typing; forged neighbours walk the whole text for every character.
 */
export class PlacingCost {
  private readonly known: Known;
  private left: number;
  private readonly inContainer: Map<string, number>;

  constructor(known: Known, budget: number) {
    this.known = known;
    this.left = budget;
    this.inContainer = new Map();
  }

  /** Counts one struct; false once the budget is spent. */
  spend({ struct, found }: Placed): boolean {
    if (found === 'gone') return true;
    const { id, origin, right } = struct;
    const before = this.inContainer.get(found.container) ?? 0;
    this.inContainer.set(found.container, before + 1);
    // What follows its own predecessor has only the update's other structs there to pass, if any.
    if (origin !== null && origin.client === id.client && origin.clock === id.clock - 1 && right === null) return true;
    this.left -= before;
    const first = this.firstBetween(struct, found.container);
    if (first !== null) this.walk(first, struct);
    return this.left >= 0;
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
    const passed = new Set<Y.Item | Y.GC>();
    for (let item: Y.Item | null = first; item !== null && this.left >= 0; item = item.right) {
      const { clock } = item.id;
      if (right !== null && right.client === item.id.client && right.clock >= clock && right.clock < clock + item.length) return;
      passed.add(item);
      const beside = sameId(item.origin, origin);
      if (!beside && (item.origin === null || !passed.has(this.known.at(item.origin)))) return;
      this.left -= 1;
    }
  }
}
