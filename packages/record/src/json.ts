import { LIMITS } from './limits.ts';

/** A value that JSON can carry: what a register, a set member or a log entry may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Why a value cannot be stored. */
interface JsonFault {
  readonly code: 'not-json' | 'too-large';
  readonly rule: string;
  readonly remedy: string;
}

/** A private, frozen copy of a value, or why there is none. */
export type CopiedJson =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly fault: JsonFault };

/**
 * Copies a value as JSON: names sorted, null prototypes made plain, the copy frozen.
 *
 * Yjs keeps the object it is given but sends an encoding of it, so a Date, a lone surrogate, a BigInt or `__proto__`
 * would be one thing here and another on every other replica. What passes here is the same everywhere.
 */
export function copyJson(input: unknown): CopiedJson {
  if (typeof input === 'boolean' || input === null) return { ok: true, value: input };
  // Most values are short texts, which need no walk.
  if (typeof input === 'string' && input.length < LIMITS.valueUnits && isWellFormed(input))
    return { ok: true, value: input };
  const copier = new Copier();
  try {
    return { ok: true, value: copier.copy(input, 0) };
  } catch (error) {
    if (error instanceof NotJson) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** JSON text with names in order: equal values, and only those, have equal texts. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .toSorted()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** A member of an object of unknown make. */
export function memberOf(object: object, name: string): unknown {
  return hasNames(object) ? object[name] : undefined;
}

const hasNames = (object: object): object is { readonly [name: string]: unknown } => object !== null;

/**
 * Tells whether a value out of a document is JSON, which a Yjs update need not be, and freezes it, so that no reader
 * changes the document.
 */
export function isStoredJson(value: unknown): value is Json {
  if (typeof value !== 'object' || value === null) return value !== undefined && typeof value !== 'bigint';
  if (value instanceof Uint8Array) return false;
  if (!Object.values(value).every(isStoredJson)) return false;
  Object.freeze(value);
  return true;
}

/** Tells whether a string has no half of a surrogate pair on its own: such a half does not survive encoding. */
export function isWellFormed(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    // Few texts have any surrogate at all.
    if ((text.charCodeAt(index) & 0xf800) === 0xd800) return !/\p{Surrogate}/u.test(text);
  }
  return true;
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

class NotJson extends Error {
  readonly fault: JsonFault;
  constructor(rule: string, remedy: string, code: JsonFault['code'] = 'not-json') {
    super(rule);
    this.fault = { code, rule, remedy };
  }
}

class Copier {
  #units = 0;
  readonly #path = new Set<object>();

  copy(input: unknown, depth: number): Json {
    this.#count(1);
    switch (typeof input) {
      case 'boolean':
        return input;
      case 'string':
        return this.#text(input);
      case 'number':
        if (!Number.isFinite(input))
          throw new NotJson('a number must be finite', 'Leave the value out, or give a number.');
        return input === 0 ? 0 : input;
      case 'object':
        return input === null ? null : this.#structure(input, depth);
      case 'undefined':
        throw new NotJson('undefined is no value', 'Give null to clear it.');
      case 'bigint':
        throw new NotJson('a BigInt is no JSON value', 'Give a number, or a string of digits.');
      case 'function':
      case 'symbol':
      default:
        throw new NotJson(`a ${typeof input} is no JSON value`, 'Give plain data.');
    }
  }

  #structure(input: object, depth: number): Json {
    if (depth >= LIMITS.depth) {
      throw new NotJson(`values nest at most ${LIMITS.depth} deep`, 'Give a flatter value.', 'too-large');
    }
    if (this.#path.has(input)) throw new NotJson('a value may not contain itself', 'Give plain data without cycles.');
    this.#path.add(input);
    const copy = Array.isArray(input) ? this.#list(input, depth) : this.#record(input, depth);
    this.#path.delete(input);
    return Object.freeze(copy);
  }

  #list(input: readonly unknown[], depth: number): Json[] {
    const copy: Json[] = [];
    // By index, so that a hole is met as the undefined that it reads as.
    for (let index = 0; index < input.length; index += 1) copy.push(this.copy(input[index], depth + 1));
    return copy;
  }

  #record(input: object, depth: number): { [name: string]: Json } {
    const prototype: unknown = Object.getPrototypeOf(input);
    if (prototype !== null && !isPlainPrototype(prototype)) {
      throw new NotJson(
        'only plain objects are JSON values',
        'Give text for a date, a list for a set, plain data for a class.',
      );
    }
    if (Object.getOwnPropertySymbols(input).length > 0) {
      throw new NotJson('a symbol names no JSON member', 'Name members with strings.');
    }
    const copy: { [name: string]: Json } = {};
    for (const [name, member] of Object.entries(input).toSorted(byName)) {
      if (forbiddenNames.has(name)) throw new NotJson('a member has a name that is not allowed', 'Rename the member.');
      this.#text(name);
      // As JSON.stringify does, so that optional members may be given as undefined.
      if (member !== undefined) copy[name] = this.copy(member, depth + 1);
    }
    return copy;
  }

  #text(text: string): string {
    this.#count(text.length);
    if (!isWellFormed(text)) {
      throw new NotJson('a text holds half a surrogate pair', 'Cut texts between characters, not inside one.');
    }
    return text;
  }

  #count(units: number): void {
    this.#units += units;
    if (this.#units > LIMITS.valueUnits) {
      throw new NotJson(
        `a value holds at most ${LIMITS.valueUnits} characters`,
        'Shorten it, or use a text field.',
        'too-large',
      );
    }
  }
}

// An object of another realm (a frame, a test's sandbox) has another Object.prototype; both end the chain.
const isPlainPrototype = (prototype: unknown): boolean =>
  prototype === Object.prototype ||
  (typeof prototype === 'object' &&
    prototype !== null &&
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, 'isPrototypeOf'));

const byName = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1);
