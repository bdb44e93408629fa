import type { DraftSet, DraftText, RowField, SectionField } from '@caseweave/record';
import { type Splice, spliceBetween } from './splice.ts';

/** A field of a section or of a row. */
export type AnyField = SectionField | RowField;

/** A section being edited, whatever its schema. */
export type AnyDraft = Readonly<Record<string, unknown>>;

type Holder = Record<string, unknown>;

/** What stands at a place of a view or of a draft; undefined where its row is gone. */
export function fieldIn(
  of: object,
  at: string,
  row: string,
): { readonly holder: Holder; readonly name: string; readonly value: unknown } | undefined {
  const [first = '', name] = at.split('.');
  const section = of as Holder;
  const holder = name === undefined ? section : rowIn(section[first], row);
  return holder === undefined ? undefined : { holder, name: name ?? first, value: holder[name ?? first] };
}

const rowIn = (rows: unknown, row: string): Holder | undefined =>
  (rows as { byId(id: string): Holder | undefined } | undefined)?.byId(row);

/**
 * Writes a value in a field of a draft.
 *
 * @param before - what the person saw when they began
 */
export function changeOf(
  field: AnyField,
  draft: AnyDraft,
  at: string,
  row: string,
  before: unknown,
  value: unknown,
): void {
  const place = fieldIn(draft, at, row);
  if (place === undefined) return;
  switch (field.kind) {
    case 'register':
    case 'progress':
      place.holder[place.name] = value;
      return;
    case 'set': {
      const members = place.value as DraftSet<unknown>;
      const [old, now] = [membersOf(before), membersOf(value)];
      for (const [key, member] of now) if (!old.has(key)) members.add(member);
      for (const [key, member] of old) if (!now.has(key)) members.delete(member);
      return;
    }
    case 'text':
      spliceIn(place.value as DraftText, spliceBetween(wordsOf(before), wordsOf(value)));
      return;
    case 'rich-text':
    case 'position':
    case 'collection':
    case 'log':
      throw new TypeError('A field of this kind is no single value: edit it by its section.');
  }
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Replaces a stretch of a text of a draft. */
export function spliceOf(draft: AnyDraft, at: string, row: string, splice: Splice): void {
  const place = fieldIn(draft, at, row);
  if (place !== undefined) spliceIn(place.value as DraftText, splice);
}

function spliceIn(text: DraftText, { index, removed, inserted }: Splice): void {
  if (removed > 0) text.delete(index, removed);
  if (inserted !== '') text.insert(index, inserted);
}

/** The members of a set by what they say: two that say the same are one. */
const membersOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map((Array.isArray(value) ? value : []).map((member: unknown) => [JSON.stringify(member), member]));
