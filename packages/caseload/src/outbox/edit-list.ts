import type { EditState } from '../caseload.ts';
import type { PendingEdit } from '../documents/live-section.ts';
import { typedNote, typedText } from '../documents/typed-words.ts';
import type { SectionSchema } from '@caseweave/record';
import { parsedJson } from '../stored/parsed-json.ts';
import type { Attention, NumberedEntry } from '../stored/rows.ts';
import type { AttentionWords } from '../attention-words.ts';

/** Says an attention in words. */
export type WordsFor = (attention: Attention) => AttentionWords;

/** An entry of the outbox as a person reads it. */
export function storedEdit(entry: NumberedEntry, wordsFor: WordsFor): EditState[] {
  const { batch, attention } = entry;
  const state = stateOf(attention, wordsFor);
  switch (entry.kind) {
    case 'damaged':
      return [{ kind: 'damaged', batch, record: null, at: null, changes: [], ...state }];
    case 'decision': {
      const { kind, record, at, words } = entry;
      const changes = [{ entity: '', path: '', label: 'Decision', words }];
      const stands = attention?.code === 'not-decided' && attention.stands !== null ? { stands: attention.stands } : {};
      return [{ kind, batch, record, at, words, command: parsedJson(entry.command), changes, ...state, ...stands }];
    }
    case 'edit': {
      const { kind, record, at } = entry;
      const [first] = entry.parts;
      if (first === undefined) return [];
      const { section, name, text } = first;
      const parts = entry.parts.map((part) => ({ section: part.section, name: part.name, changes: part.changes }));
      const changes = parts.flatMap((part) => part.changes);
      return [{ kind, batch, record, at, section, name, parts, changes, ...state, ...(text === null ? {} : { text }) }];
    }
  }
}

const stateOf = (
  attention: Attention | null,
  wordsFor: WordsFor,
): Pick<EditState, 'state' | 'why' | 'remedy' | 'code'> =>
  attention === null ? { state: 'on-device' } : { state: 'attention', code: attention.code, ...wordsFor(attention) };

/** An edit that no store has taken, as a person reads it. */
export function unstoredEdit(
  { row, update, at, typed, changes }: PendingEdit,
  place: number,
  code: 'not-stored' | 'not-writable',
  schema: SectionSchema | undefined,
  wordsFor: WordsFor,
): EditState {
  const text = typed === null ? undefined : typedText(update);
  const notes = typed !== null && schema !== undefined ? [typedNote(schema, typed, text ?? '')] : changes;
  const { record, section, name } = row;
  return {
    kind: 'edit',
    batch: -1 - place,
    record,
    section,
    name,
    at,
    parts: [{ section, name, changes: notes }],
    ...stateOf({ code, detail: null }, wordsFor),
    changes: notes,
    ...(text === undefined ? {} : { text }),
  };
}
