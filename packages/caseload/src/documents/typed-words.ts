import * as Y from 'yjs';
import type { ChangeNote, SectionSchema } from '@caseweave/record';

/** The text that a transaction changed: which field, and of which row. */
export interface TypedPlace {
  readonly path: string;
  readonly entity: string;
}

/** Finds the text that an editor's transaction changed. Where it is none, or several, that is the section as a whole. */
export function typedPlace(transaction: Y.Transaction): TypedPlace {
  const places: TypedPlace[] = [];
  for (const [name, type] of transaction.doc.share) {
    // Texts are named by field and row; what a first edit notes beside them (its version) is not.
    const [path = '', entity] = name.split('/');
    if (entity !== undefined && transaction.changed.has(type)) places.push({ path, entity });
  }
  const [only, second] = places;
  return only === undefined || second !== undefined ? { path: '', entity: '' } : only;
}

/** What was typed in an update, as plain text. Empty if nothing was, or if the update cannot be read. */
export function typedText(update: Uint8Array): string {
  try {
    let text = '';
    for (const struct of Y.decodeUpdate(update).structs) {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) text += struct.content.str;
    }
    return text;
  } catch {
    return '';
  }
}

const shown = 60;

/** Says in plain words what was typed. */
export function typedNote(schema: SectionSchema, { path, entity }: TypedPlace, text: string): ChangeNote {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const quoted = line.length > shown ? `${line.slice(0, shown)}…` : line;
  const label = labelOf(schema, path);
  return { entity, path, label, words: quoted === '' ? 'text changed' : `“${quoted}”` };
}

function labelOf(schema: SectionSchema, path: string): string {
  const [group = '', member] = path.split('.');
  const field = schema.fields[group];
  if (field === undefined) return schema.name;
  const inner = member !== undefined && 'fields' in field ? field.fields[member] : field;
  return inner?.options.label ?? path;
}
