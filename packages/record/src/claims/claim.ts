import { canonicalJson, isStoredJson, memberOf, type Json } from '../json.ts';
import type { ItemId } from '../yjs-internals.ts';

/** What a claim says of itself beside its value. */
export interface ClaimMeta {
  /** The device's time when it was written, for display only. */
  readonly t?: number;
  /** The client that first wrote a value which was since restored or released by another. */
  readonly of?: number;
  /** Why it was written. */
  readonly why?: string;
}

/** Something that a client wrote about one field of one entity, and that nobody has superseded yet. */
export class Claim implements ItemId {
  readonly client: number;
  readonly clock: number;
  readonly value: Json;
  readonly meta: ClaimMeta;
  #canonical: string | undefined;
  #readable: boolean | undefined;

  constructor(client: number, clock: number, value: Json, meta: ClaimMeta) {
    this.client = client;
    this.clock = clock;
    this.value = value;
    this.meta = meta;
  }

  /** The same text for equal values, whoever wrote them. */
  get canonical(): string {
    this.#canonical ??= canonicalJson(this.value);
    return this.#canonical;
  }

  /** Notes that the value was found right before it was written here. */
  wasChecked(): void {
    this.#readable = true;
  }

  /** Whether this version of the schema understands the value; asked once. */
  readableBy(understands: (value: Json) => boolean): boolean {
    this.#readable ??= understands(this.value);
    return this.#readable;
  }
}

/** No claims. */
export const noClaims: readonly Claim[] = Object.freeze([]);

/** Sorts claims in an order that is the same on every replica: by value, then by where they were written. */
export function inOrder(claims: readonly Claim[]): readonly Claim[] {
  return claims.toSorted((a, b) => compareText(a.canonical, b.canonical) || a.client - b.client || a.clock - b.clock);
}

/** Orders texts by their UTF-16 units, the same everywhere, unlike a locale's order. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A claim as it is stored. */
export type ClaimTuple = readonly [entity: string, field: string, value: Json, meta: ClaimMeta];

/** Reads the stored form of a claim; undefined for what is none, which is kept and passed over. */
export function readTuple(stored: unknown): ClaimTuple | undefined {
  if (!Array.isArray(stored) || stored.length < 3) return undefined;
  const parts: readonly unknown[] = stored;
  const [entity, field, value, meta] = parts;
  if (typeof entity !== 'string' || typeof field !== 'string' || !isStoredJson(value)) return undefined;
  return [entity, field, value, readMeta(meta)];
}

function readMeta(stored: unknown): ClaimMeta {
  if (typeof stored !== 'object' || stored === null) return noMeta;
  const t = memberOf(stored, 't');
  const of = memberOf(stored, 'of');
  const why = memberOf(stored, 'why');
  return {
    ...(typeof t === 'number' && { t }),
    ...(typeof of === 'number' && { of }),
    ...(typeof why === 'string' && { why }),
  };
}

const noMeta: ClaimMeta = Object.freeze({});
