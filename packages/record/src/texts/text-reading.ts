import type * as Y from 'yjs';
import { canonicalJson, isStoredJson, type Json } from '../json.ts';
import type { DeltaInsert, RichTextView } from '../fields/rich-text-view.ts';
import type { TextPlan } from '../schema/plan.ts';
import { eachStretch, type TextStretch } from '../yjs-internals.ts';

/** A text as it was when a view was taken. */
export interface TextReading {
  readonly shown: string | RichTextView;
  /** The last clock of each client among the live items: what someone who saw this text has seen. */
  readonly seen: ReadonlyMap<number, number>;
  /** Who wrote what is not shown of it: embeds, and formats that are not allowed. */
  readonly unshownBy: readonly number[];
}

/** Reads a text. */
export function readText(text: Y.Text | undefined, plan: TextPlan): TextReading {
  if (text === undefined || text._start === null) return plan.kind === 'text' ? emptyText : emptyRichText;
  const seen = new Map<number, number>();
  const unshownBy = new Set<number>();
  const delta = new DeltaReader(plan.formats);
  let characters = '';
  eachStretch(text, (stretch) => {
    characters += stretch.characters;
    if (isUnshown(stretch, plan)) unshownBy.add(stretch.client);
    if (plan.kind === 'rich-text') delta.take(stretch);
    if (stretch.lastClock > (seen.get(stretch.client) ?? -1)) seen.set(stretch.client, stretch.lastClock);
  });
  const shown = plan.kind === 'text' ? characters : Object.freeze({ text: characters, delta: delta.inserts() });
  return { shown, seen, unshownBy: unshownBy.size === 0 ? nobody : [...unshownBy] };
}

const nobody: readonly number[] = [];
const emptyText: TextReading = { shown: '', seen: new Map(), unshownBy: nobody };
const emptyRichText: TextReading = {
  shown: Object.freeze({ text: '', delta: Object.freeze([]) }),
  seen: new Map(),
  unshownBy: nobody,
};

function isUnshown({ format, characters, length }: TextStretch, { formats }: TextPlan): boolean {
  if (format !== undefined) return format.value !== null && !formats.includes(format.name);
  return characters === '' && length > 0;
}

/** Reads a root that this schema has no text for: who wrote it, and nothing of what it says. */
export function readStrayText(root: Pick<Y.Text, '_start'> | undefined): TextReading {
  const seen = new Map<number, number>();
  const unshownBy = new Set<number>();
  if (root === undefined) return emptyText;
  eachStretch(root, ({ client, lastClock, length }) => {
    if (lastClock > (seen.get(client) ?? -1)) seen.set(client, lastClock);
    if (length > 0) unshownBy.add(client);
  });
  return { shown: '', seen, unshownBy: [...unshownBy] };
}

interface Insert {
  insert: string;
  readonly formats: { readonly [format: string]: Json };
  /** The same for the same formats. */
  readonly key: string;
}

/**
 * Makes the delta of a text. Neighbours of one format are one insert, so that replicas which have and have not cleaned
 * up superfluous marks show the same; embeds, and formats that are not allowed, are kept in the document and not shown.
 */
class DeltaReader {
  readonly #allowed: readonly string[];
  readonly #current = new Map<string, Json>();
  /** What the marks up to here come to; undefined where there was another since. */
  #formatted: Pick<Insert, 'formats' | 'key'> | undefined;
  readonly #inserts: Insert[] = [];

  constructor(allowed: readonly string[]) {
    this.#allowed = allowed;
  }

  take({ characters, format }: TextStretch): void {
    if (format !== undefined && this.#allowed.includes(format.name)) this.#mark(format.name, format.value);
    if (characters === '') return;
    const { formats, key } = (this.#formatted ??= this.#formats());
    const last = this.#inserts.at(-1);
    if (last?.key === key) last.insert += characters;
    else this.#inserts.push({ insert: characters, formats, key });
  }

  inserts(): readonly DeltaInsert[] {
    const plain = ({ insert, formats, key }: Insert): DeltaInsert =>
      Object.freeze({ insert, ...(key !== '{}' && { attributes: Object.freeze(formats) }) });
    return Object.freeze(this.#inserts.map(plain));
  }

  #formats(): Pick<Insert, 'formats' | 'key'> {
    const formats = Object.fromEntries([...this.#current].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    return { formats, key: canonicalJson(formats) };
  }

  #mark(name: string, value: unknown): void {
    this.#formatted = undefined;
    if (value === null || !isStoredJson(value)) this.#current.delete(name);
    else this.#current.set(name, value);
  }
}
