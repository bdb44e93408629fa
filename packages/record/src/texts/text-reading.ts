import type * as Y from 'yjs';
import { eachStretch } from '../yjs-internals.ts';
import type { Json } from '../json.ts';
import type { TextPlan } from '../schema/plan.ts';

/** A stretch of formatted text. */
export interface DeltaInsert {
  readonly insert: string;
  readonly attributes?: { readonly [format: string]: Json };
}

/** A text with formatting, as a view shows it. */
export interface RichTextView {
  readonly text: string;
  readonly delta: readonly DeltaInsert[];
}

/** A text as it was when a view was taken. */
export interface TextReading {
  readonly shown: string | RichTextView;
  /** The last clock of each client among the live items: what someone who saw this text has seen. */
  readonly seen: ReadonlyMap<number, number>;
}

/** Reads a text. */
export function readText(text: Y.Text | undefined, plan: TextPlan): TextReading {
  if (text === undefined || text._start === null) return plan.kind === 'text' ? emptyText : emptyRichText;
  const seen = new Map<number, number>();
  let characters = '';
  eachStretch(text, (stretch) => {
    characters += stretch.characters;
    if (stretch.lastClock > (seen.get(stretch.client) ?? -1)) seen.set(stretch.client, stretch.lastClock);
  });
  if (plan.kind === 'text') return { shown: characters, seen };
  return { shown: Object.freeze({ text: characters, delta: deltaOf(text, plan.formats) }), seen };
}

const emptyText: TextReading = { shown: '', seen: new Map() };
const emptyRichText: TextReading = { shown: Object.freeze({ text: '', delta: Object.freeze([]) }), seen: new Map() };

// What another editor may have put in, embeds and formats that are not allowed, is kept in the document and not shown.
function deltaOf(text: Y.Text, formats: readonly string[]): readonly DeltaInsert[] {
  const delta: DeltaInsert[] = [];
  for (const part of text.toDelta() as readonly { insert: unknown; attributes?: { [format: string]: Json } }[]) {
    if (typeof part.insert !== 'string') continue;
    const allowed = Object.entries(part.attributes ?? {}).filter(([format]) => formats.includes(format));
    const attributes = Object.freeze(Object.fromEntries(allowed));
    delta.push(Object.freeze({ insert: part.insert, ...(allowed.length > 0 && { attributes }) }));
  }
  return Object.freeze(delta);
}
