import type { Json } from '@caseweave/record';

/** Says whether something from elsewhere is what it should be. */
export type Guard<Value> = (value: unknown) => value is Value;

/** A guard for each member. */
export type Members<Value> = { readonly [Member in keyof Value]-?: Guard<Value[Member]> };

/** For each kind of a union the guards of its members, so that no kind and no member can be left out. */
export type Kinds<Union extends { readonly type: string }> = {
  readonly [Type in Union['type']]: Members<Omit<Extract<Union, { readonly type: Type }>, 'type'>>;
};

export const isText: Guard<string> = (value) => typeof value === 'string';

export const isNumber: Guard<number> = (value) => typeof value === 'number';

export const isList =
  <Item>(isItem: Guard<Item>): Guard<readonly Item[]> =>
  (value): value is readonly Item[] =>
    Array.isArray(value) && value.every(isItem);

export const isNullOr =
  <Value>(isValue: Guard<Value>): Guard<Value | null> =>
  (value): value is Value | null =>
    value === null || isValue(value);

export const isAbsentOr =
  <Value>(isValue: Guard<Value>): Guard<Value | undefined> =>
  (value): value is Value | undefined =>
    value === undefined || isValue(value);

/** One of the words that are the keys here, so that none can be left out. */
export const isWord =
  <Word extends string>(words: Readonly<Record<Word, true>>): Guard<Word> =>
  (value): value is Word =>
    typeof value === 'string' && Object.hasOwn(words, value);

export const isObject =
  <Value extends object>(members: Members<Value>): Guard<Value> =>
  (value): value is Value =>
    holds(value, members);

/** An object whose `type` says which of the kinds it is. */
export const isOneOf =
  <Union extends { readonly type: string }>(kinds: Kinds<Union>): Guard<Union> =>
  (value): value is Union => {
    if (!isOpen(value) || typeof value['type'] !== 'string' || !Object.hasOwn(kinds, value['type'])) return false;
    return holds(value, kinds[value['type'] as Union['type']]);
  };

export const isJson: Guard<Json> = (value): value is Json => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return isOpen(value) && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
};

const isOpen = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function holds(value: unknown, members: object): boolean {
  const guards: readonly [string, Guard<unknown>][] = Object.entries(members);
  return isOpen(value) && guards.every(([member, is]) => is(value[member]));
}
