import type { Json } from '../json.ts';
import type { GroupPlan } from '../schema/plan.ts';
import type { Seen } from './seen.ts';
import type { TextScript } from './text-script.ts';

/** Changes to the members of a set, by canonical text; a member is in one of them at most. */
export interface SetScript {
  readonly added: Map<string, Json>;
  readonly removed: Map<string, Json>;
}

/** What an edit is going to do to one entity. Its parts are made when they are first needed: most edits need one. */
export class Target {
  readonly id: string;
  readonly group: GroupPlan;
  readonly seen: Seen;
  /** Set where the entity itself is written: `true` for a row, its members for an entry. */
  readonly creation: Json | undefined;
  /** What is added to an entry. */
  readonly addenda: string[] = [];
  strike: { readonly type: 'strike'; readonly why: string } | { readonly type: 'restore' } | undefined;
  #values: Map<number, Json> | undefined;
  #sets: Map<number, SetScript> | undefined;
  #texts: Map<number, TextScript> | undefined;

  constructor(id: string, group: GroupPlan, seen: Seen, creation?: Json) {
    this.id = id;
    this.group = group;
    this.seen = seen;
    this.creation = creation;
  }

  /** The values to write, by slot. */
  get values(): ReadonlyMap<number, Json> {
    return this.#values ?? nothing;
  }

  /** The changes to sets, by slot. */
  get sets(): ReadonlyMap<number, SetScript> {
    return this.#sets ?? nothing;
  }

  /** The changes to texts, by slot. */
  get texts(): ReadonlyMap<number, TextScript> {
    return this.#texts ?? nothing;
  }

  /** Writes a value instead of any written before. */
  write(slot: number, value: Json): void {
    this.#values ??= new Map<number, Json>();
    this.#values.set(slot, value);
  }

  /** The changes to a set. */
  set(slot: number): SetScript {
    this.#sets ??= new Map<number, SetScript>();
    let script = this.#sets.get(slot);
    if (script === undefined) this.#sets.set(slot, (script = { added: new Map(), removed: new Map() }));
    return script;
  }

  /** Keeps the changes to a text. */
  keepText(slot: number, script: TextScript): void {
    this.#texts ??= new Map<number, TextScript>();
    this.#texts.set(slot, script);
  }
}

const nothing: ReadonlyMap<number, never> = new Map<number, never>();
