import type { Cursor } from '@caseweave/protocol';
import type { SectionSchema } from '@caseweave/record';
import * as Y from 'yjs';
import type { PendingEdit } from '../documents/live-section.ts';
import { typedNote, typedText } from '../documents/typed-words.ts';
import type { AttentionCode, NumberedEntry, OutboxEntry } from '../stored/rows.ts';

/** Typing in one text is one entry until it has grown to so many bytes. */
const entryBytes = 4096;
/** Typing is added to an entry that was not sent for so many milliseconds. */
const amendWithin = 10_000;

/** An entry to be, and the edits that it is made of. */
export interface Gathered {
  readonly edits: readonly PendingEdit[];
  readonly entry: OutboxEntry;
}

/** Makes outbox entries of edits: one of each edit of a section, one of what was typed in one text meanwhile. */
export function gather(
  pending: readonly PendingEdit[],
  cursor: Cursor | null,
  schemas: (name: string) => SectionSchema | undefined,
  hindrance: (edit: PendingEdit) => AttentionCode | null,
): readonly Gathered[] {
  const groups: PendingEdit[][] = [];
  for (const edit of pending) {
    const last = groups.at(-1);
    if (last !== undefined && isSameTyping(last, edit)) last.push(edit);
    else groups.push([edit]);
  }
  return groups.flatMap((edits) => {
    const [first] = edits;
    if (first === undefined) return [];
    const update = merged(edits.map(({ update }) => update));
    const part = { section: first.row.section, epoch: first.row.epoch, written: cursor, update };
    const text = first.typed === null ? null : typedText(update);
    const schema = schemas(first.row.name);
    const typed = first.typed !== null && schema !== undefined ? [typedNote(schema, first.typed, text ?? '')] : [];
    const code = hindrance(first);
    const entry: OutboxEntry = {
      record: first.row.record,
      name: first.row.name,
      at: first.at,
      parts: [part],
      changes: first.typed === null ? first.changes : typed,
      text,
      attention: code === null ? null : { code, detail: null },
    };
    return [{ edits, entry }];
  });
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
  schema: SectionSchema | undefined,
): OutboxEntry | undefined {
  const [part, second] = newest.parts;
  const [more] = entry.parts;
  if (part === undefined || more === undefined || second !== undefined || schema === undefined) return undefined;
  if (newest.attention !== null || entry.attention !== null) return undefined;
  if (newest.text === null || entry.text === null) return undefined;
  const path = newest.changes[0]?.path;
  if (path === undefined || path !== entry.changes[0]?.path) return undefined;
  if (part.section !== more.section || part.epoch !== more.epoch || entry.at - newest.at > amendWithin)
    return undefined;
  if (part.update.length + more.update.length > entryBytes) return undefined;
  const update = merged([part.update, more.update]);
  const text = typedText(update);
  return { ...newest, parts: [{ ...part, update }], text, changes: [typedNote(schema, { path, entity: '' }, text)] };
}
