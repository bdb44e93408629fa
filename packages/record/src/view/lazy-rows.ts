import type { Listing } from './listing.ts';
import type { Shown } from './shown.ts';

/** The rows of a view as they are handed out. */
export type ShownRows = readonly Shown[] & { byId(id: string): Shown | undefined };

/**
 * A read-only array of rows that is filled when somebody first walks it. A reader who looks up the one row that
 * changed does not pay for the thousands that did not.
 */
export function lazyRows(listing: Listing): ShownRows {
  const target: Shown[] = [];
  const rows: unknown = new Proxy(target, new RowsHandler(listing));
  return asRows(rows);
}

// The handler answers for `byId`, which the array itself does not have.
const asRows = (rows: unknown): ShownRows => rows as ShownRows;

class RowsHandler implements ProxyHandler<Shown[]> {
  readonly #listing: Listing;
  #isFilled = false;
  #methods: Map<PropertyKey, unknown> | undefined;
  #byId: ((id: string) => Shown | undefined) | undefined;

  constructor(listing: Listing) {
    this.#listing = listing;
  }

  get(target: Shown[], key: PropertyKey): unknown {
    if (key === 'byId') return (this.#byId ??= (id) => this.#listing.byId(id));
    if (key === 'length' && !this.#isFilled) return this.#listing.ordered.length;
    const value: unknown = Reflect.get(this.#fill(target), key);
    return isMethod(value) && key !== 'constructor' ? this.#method(target, key, value) : value;
  }

  has(target: Shown[], key: PropertyKey): boolean {
    return Reflect.has(this.#fill(target), key);
  }

  ownKeys(target: Shown[]): (string | symbol)[] {
    return Reflect.ownKeys(this.#fill(target));
  }

  getOwnPropertyDescriptor(target: Shown[], key: PropertyKey): PropertyDescriptor | undefined {
    return Reflect.getOwnPropertyDescriptor(this.#fill(target), key);
  }

  isExtensible(target: Shown[]): boolean {
    return Reflect.isExtensible(this.#fill(target));
  }

  set(): boolean {
    return false;
  }

  defineProperty(): boolean {
    return false;
  }

  deleteProperty(): boolean {
    return false;
  }

  preventExtensions(target: Shown[]): boolean {
    this.#fill(target);
    return true;
  }

  #fill(target: Shown[]): Shown[] {
    if (!this.#isFilled) {
      for (const { row } of this.#listing.ordered) target.push(row);
      Object.freeze(target);
      this.#isFilled = true;
    }
    return target;
  }

  // Bound to the array itself, so that walking the rows does not come through here for each of them.
  #method(target: Shown[], key: PropertyKey, method: Method): unknown {
    this.#methods ??= new Map<PropertyKey, unknown>();
    if (!this.#methods.has(key)) this.#methods.set(key, method.bind(target));
    return this.#methods.get(key);
  }
}

type Method = (...args: readonly unknown[]) => unknown;

const isMethod = (value: unknown): value is Method => typeof value === 'function';
