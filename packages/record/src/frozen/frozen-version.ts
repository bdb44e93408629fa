import { isWellFormed, type Json } from '../json.ts';

/** What a section said at one moment, to be kept, and to be shown to be unaltered. */
export interface FrozenVersion {
  readonly section: string;
  /** The version of the schema by which it was read. */
  readonly version: number;
  /** The versions of what extends it, by name; left out where nothing does. */
  readonly extensions?: Readonly<Record<string, number>>;
  /** Canonical JSON of all that showed: the same on every replica that shows the same. */
  readonly content: string;
  /** The SHA-256 of section, version, content and, where there are any, extensions, in hexadecimal. */
  readonly hash: string;
}

/** The part of a frozen version that its hash is of. */
type Content = {
  /** Claims as `[entity, field, value]`, in order. */
  readonly claims: readonly (readonly [entity: string, field: string, value: Json])[];
  /** Texts by the name of their root, as plain text or as a delta. */
  readonly texts: readonly (readonly [name: string, text: string | readonly FrozenInsert[]])[];
  /** Where there was something that the schema could not show; left out where there was nothing. */
  readonly unshown?: readonly (readonly [entity: string, path: string])[];
};

/** A stretch of a formatted text. */
interface FrozenInsert {
  readonly insert: string;
  readonly attributes?: { readonly [format: string]: Json };
}

/** What a frozen version holds, or undefined if `freeze` gives no such thing. */
export function contentOf(content: string): Content | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return undefined;
  }
  return isContent(parsed) ? parsed : undefined;
}

const isContent = (parsed: unknown): parsed is Content =>
  hasMembers(parsed) &&
  isListOf(parsed['claims'], isClaim) &&
  isListOf(parsed['texts'], isText) &&
  (parsed['unshown'] === undefined || isListOf(parsed['unshown'], isPlace));

const isPlace = (place: unknown): boolean =>
  Array.isArray(place) && place.length === 2 && place.every((part) => typeof part === 'string');

const isClaim = (claim: unknown): boolean =>
  Array.isArray(claim) && claim.length === 3 && typeof claim[0] === 'string' && typeof claim[1] === 'string';

// A name without a slash is of a root that is none of the texts.
const isText = (named: unknown): boolean =>
  Array.isArray(named) &&
  named.length === 2 &&
  typeof named[0] === 'string' &&
  named[0].includes('/') &&
  (isWords(named[1]) || isListOf(named[1], isInsert));

const isInsert = (part: unknown): boolean =>
  hasMembers(part) &&
  isWords(part['insert']) &&
  (part['attributes'] === undefined || hasMembers(part['attributes'])) &&
  Object.keys(part).every((name) => name === 'insert' || name === 'attributes');

const isWords = (text: unknown): boolean => typeof text === 'string' && isWellFormed(text);

const isListOf = (list: unknown, isOne: (one: unknown) => boolean): boolean => Array.isArray(list) && list.every(isOne);

const hasMembers = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
