import type { OrderedRows } from './ordered-rows.ts';
import type { Shown } from './shown.ts';

/** The rows of a view as they are handed out. */
export type ShownRows = readonly Shown[] & { byId(id: string): Shown | undefined };

/**
 * A read-only array of rows that is filled when somebody first walks it. A reader who looks up the one row that
 * changed does not pay for the thousands that did not.
 *
 * @param ordered - the rows in the order in which they show
 * @param index - the same rows, ordered by id
 */
export function lazyRows(ordered: OrderedRows, index: OrderedRows): ShownRows {
  const byId = (id: string): Shown | undefined => index.find({ id, key: null })?.row;
  const target: Target = Object.assign([], { byId });
  Object.defineProperty(target, 'byId', { enumerable: false, writable: false, configurable: false });
  return new Proxy(target, new RowsHandler(ordered));
}

type Target = Shown[] & { readonly byId: (id: string) => Shown | undefined };

class RowsHandler implements ProxyHandler<Target> {
  #rows: OrderedRows | undefined;
  readonly #methods = new Map<PropertyKey, unknown>();

  constructor(rows: OrderedRows) {
    this.#rows = rows;
  }

  get(target: Target, key: PropertyKey): unknown {
    if (this.#rows !== undefined) {
      if (key === 'byId') return Reflect.get(target, key);
      if (key === 'length') return this.#rows.length;
      this.#fill(target);
    }
    const value: unknown = Reflect.get(target, key);
    return isMethod(value) && key !== 'byId' && key !== 'constructor' ? this.#method(target, key, value) : value;
  }

  has(target: Target, key: PropertyKey): boolean {
    return Reflect.has(this.#fill(target), key);
  }

  ownKeys(target: Target): (string | symbol)[] {
    return Reflect.ownKeys(this.#fill(target));
  }

  getOwnPropertyDescriptor(target: Target, key: PropertyKey): PropertyDescriptor | undefined {
    return Reflect.getOwnPropertyDescriptor(this.#fill(target), key);
  }

  isExtensible(target: Target): boolean {
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

  preventExtensions(target: Target): boolean {
    this.#fill(target);
    return true;
  }

  #fill(target: Target): Shown[] {
    if (this.#rows !== undefined) {
      for (const { row } of this.#rows) target.push(row);
      Object.freeze(target);
      this.#rows = undefined;
    }
    return target;
  }

  // Bound to the array itself, so that walking the rows does not come through here for each of them.
  #method(target: Target, key: PropertyKey, method: Method): unknown {
    if (!this.#methods.has(key)) this.#methods.set(key, method.bind(target));
    return this.#methods.get(key);
  }
}

type Method = (...args: readonly unknown[]) => unknown;

const isMethod = (value: unknown): value is Method => typeof value === 'function';
