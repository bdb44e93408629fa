import type { RecordId } from '@caseweave/protocol';
import type { Json } from '@caseweave/record';
import type { Mirror } from '../stored/mirror.ts';
import { parsedJson } from '../stored/parsed-json.ts';
import type { Commands } from './commands.ts';

/** Something that was decided about a record, as this person may see it. */
export interface KnownDecision {
  readonly key: string;
  readonly command: Json;
  /** In plain words; null where this version of the app does not know the command. */
  readonly words: string | null;
  readonly by: { readonly id: string; readonly name: string } | null;
  /** By the server's clock. */
  readonly at: number;
}

/** So many decisions of one record are kept on a device. */
const kept = 50;

/** What is kept once more was decided. One that came before, as after a lost connection, is kept once. */
export function withDecision(known: readonly string[], decision: string): readonly string[] {
  return known.includes(decision) ? known : [...known, decision].slice(-kept);
}

/** Reads what was decided about records out of what is kept. What did not change stays the same list. */
export class KnownDecisions {
  readonly #read = new Map<RecordId, { readonly from: readonly string[]; readonly list: readonly KnownDecision[] }>();

  of(record: RecordId, mirror: Mirror, commands: Commands | undefined): readonly KnownDecision[] {
    const from = mirror.decisions.get(record) ?? none;
    const last = this.#read.get(record);
    if (last?.from === from) return last.list;
    const list = from.flatMap((text) => readDecision(parsedJson(text), commands)).toReversed();
    this.#read.set(record, { from, list });
    return list;
  }
}

const none: readonly string[] = [];

/** The outline is that of every domain: key, command, by and at; what lacks it is of another make and left out. */
function readDecision(value: Json, commands: Commands | undefined): KnownDecision[] {
  if (!isObject(value)) return [];
  const { key, command = null, by = null, at } = value;
  if (typeof key !== 'string' || typeof at !== 'number') return [];
  return [{ key, command, words: wordsFor(command, commands), by: readBy(by), at }];
}

function readBy(by: Json): KnownDecision['by'] {
  if (!isObject(by) || typeof by['id'] !== 'string' || typeof by['name'] !== 'string') return null;
  return { id: by['id'], name: by['name'] };
}

/** A newer server may tell of commands that this app has no words for. */
function wordsFor(command: Json, commands: Commands | undefined): string | null {
  // Undefined where the app cannot tell.
  return commands?.check(command) === null ? (commands.words(command) ?? null) : null;
}

const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
