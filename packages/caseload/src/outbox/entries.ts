import type { Cursor, RecordId } from '@caseweave/protocol';
import type { SectionSchema } from '@caseweave/record';
import * as Y from 'yjs';
import type { PendingEdit } from '../documents/live-section.ts';
import { typedNote, typedText } from '../documents/typed-words.ts';
import type { EditEntry, EditPart, NumberedEntry } from '../stored/rows.ts';

/** Typing in one text is one entry until it has grown to so many bytes. */
const entryBytes = 4096;
/** Typing is added to an entry that was not sent for so many milliseconds. */
const amendWithin = 10_000;

/** An entry to be, and the edits that it is made of. */
export interface Gathered {
  readonly edits: readonly PendingEdit[];
  readonly entry: EditEntry;
}

/** Why an edit cannot go forward although it was stored. */
export type Hindrance = 'followed' | 'needed' | 'not-writable';

/** What must be known of the caseload to make entries of edits. */
export interface EntryContext {
  readonly cursor: Cursor | null;
  schemas(name: string): SectionSchema | undefined;
  /** Why an edit cannot go forward; null if it can. */
  hindrance(edit: PendingEdit): Hindrance | null;
  /** The entries that an edit of this record needs. */
  needs(record: RecordId): readonly number[];
}

/**
 * Makes outbox entries of edits: one of each edit, one of an edit that spans sections, one of what was typed in one text
 * meanwhile.
 */
export function gather(pending: readonly PendingEdit[], around: EntryContext): readonly Gathered[] {
  const groups: PendingEdit[][] = [];
  for (const edit of pending) {
    const last = groups.at(-1);
    if (last !== undefined && (isSameEdit(last, edit) || isSameTyping(last, edit))) last.push(edit);
    else groups.push([edit]);
  }
  return groups.flatMap((edits) => {
    const [first] = edits;
    if (first === undefined) return [];
    const code = edits.map((edit) => around.hindrance(edit)).find((one) => one !== null);
    const parts =
      first.typed === null ? inOrder(edits).map((edit) => editedPart(edit, around)) : [typedPart(edits, around)];
    const entry: EditEntry = {
      kind: 'edit',
      record: first.row.record,
      at: first.at,
      needs: around.needs(first.row.record),
      parts: parts.filter((part) => part !== undefined),
      attention: code === undefined ? null : { code, detail: null },
    };
    return [{ edits, entry }];
  });
}

/** Documents tell of their parts in an order of their own; people read them in that in which the edit named them. */
const inOrder = (edits: readonly PendingEdit[]): readonly PendingEdit[] =>
  edits.toSorted(
    ({ together, row }, other) => (together?.indexOf(row.section) ?? 0) - (together?.indexOf(other.row.section) ?? 0),
  );

const partOf = ({ row: { section, epoch, name } }: PendingEdit, { cursor }: EntryContext, update: Uint8Array) => ({
  section,
  epoch,
  name,
  written: cursor,
  update,
});

const editedPart = (edit: PendingEdit, around: EntryContext): EditPart => ({
  ...partOf(edit, around, edit.update),
  changes: edit.changes,
  text: null,
});

function typedPart(edits: readonly PendingEdit[], around: EntryContext): EditPart | undefined {
  const [first] = edits;
  if (first?.typed == null) return undefined;
  const update = merged(edits.map((edit) => edit.update));
  const text = typedText(update);
  const schema = around.schemas(first.row.name);
  const changes = schema === undefined ? [] : [typedNote(schema, first.typed, text)];
  return { ...partOf(first, around, update), changes, text };
}

function isSameEdit(group: readonly PendingEdit[], edit: PendingEdit): boolean {
  return edit.together !== null && group[0]?.together === edit.together;
}

/** Puts what was typed to what was typed before it; undefined where these are two edits. */
export function joined(before: PendingEdit, edit: PendingEdit): PendingEdit | undefined {
  return isSameTyping([before], edit) ? { ...before, update: merged([before.update, edit.update]) } : undefined;
}

function isSameTyping(group: readonly PendingEdit[], edit: PendingEdit): boolean {
  const [first] = group;
  if (first === undefined || first.live !== edit.live || first.generation !== edit.generation) return false;
  if (first.typed === null || edit.typed === null) return false;
  if (first.typed.path !== edit.typed.path || first.typed.entity !== edit.typed.entity) return false;
  return group.reduce((bytes, { update }) => bytes + update.length, edit.update.length) <= entryBytes;
}

const merged = (updates: Uint8Array[]): Uint8Array => {
  const [only] = updates;
  return updates.length === 1 && only !== undefined ? only : Y.mergeUpdates(updates);
};

/** Adds typing to the newest entry, if that was not sent and holds typing in the same text; else undefined. */
export function amended(
  newest: NumberedEntry,
  { entry }: Gathered,
  schemas: EntryContext['schemas'],
): EditEntry | undefined {
  if (newest.kind !== 'edit' || newest.attention !== null || entry.attention !== null) return undefined;
  const [part, second] = newest.parts;
  const [more] = entry.parts;
  if (part === undefined || more === undefined || second !== undefined) return undefined;
  const schema = schemas(more.name);
  if (schema === undefined || part.text === null || more.text === null) return undefined;
  const path = part.changes[0]?.path;
  if (path === undefined || path !== more.changes[0]?.path) return undefined;
  if (part.section !== more.section || part.epoch !== more.epoch || entry.at - newest.at > amendWithin)
    return undefined;
  if (part.update.length + more.update.length > entryBytes) return undefined;
  const update = merged([part.update, more.update]);
  const text = typedText(update);
  const changes = [typedNote(schema, { path, entity: '' }, text)];
  const { kind, record, at, needs, attention } = newest;
  return { kind, record, at, needs, attention, parts: [{ ...part, update, text, changes }] };
}
