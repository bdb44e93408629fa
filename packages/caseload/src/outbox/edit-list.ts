import type { EditState } from '../caseload.ts';
import type { PendingEdit } from '../documents/live-section.ts';
import { typedNote, typedText } from '../documents/typed-words.ts';
import type { SectionSchema } from '@caseweave/record';
import type { NumberedEntry } from '../stored/rows.ts';
import { attentionWords } from './attention-words.ts';

/** An entry of the outbox as a person reads it. */
export function storedEdit({ batch, record, name, at, parts, changes, text, attention }: NumberedEntry): EditState[] {
  const [part] = parts;
  if (part === undefined) return [];
  const common = { batch, record, section: part.section, name, at, changes, ...(text === null ? {} : { text }) };
  if (attention === null) return [{ ...common, state: 'on-device' }];
  return [{ ...common, state: 'attention', code: attention.code, ...attentionWords(attention) }];
}

/** An edit that no store has taken, as a person reads it. */
export function unstoredEdit(
  { row, update, at, typed, changes }: PendingEdit,
  place: number,
  code: 'not-stored' | 'not-writable',
  schema: SectionSchema | undefined,
): EditState {
  const text = typed === null ? undefined : typedText(update);
  const notes = typed !== null && schema !== undefined ? [typedNote(schema, typed, text ?? '')] : changes;
  return {
    batch: -1 - place,
    record: row.record,
    section: row.section,
    name: row.name,
    at,
    state: 'attention',
    code,
    ...attentionWords({ code, detail: null }),
    changes: notes,
    ...(text === undefined ? {} : { text }),
  };
}
