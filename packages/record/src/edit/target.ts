import type { Claim } from '../claims/claim.ts';
import type { Json } from '../json.ts';
import type { GroupPlan } from '../schema/plan.ts';
import type { TextReading } from '../texts/text-reading.ts';
import type { TextScript } from './text-script.ts';

/** What an edit saw of an entity. */
export interface Seen {
  readonly cells: readonly (readonly Claim[])[];
  readonly strikes: readonly Claim[];
  /** Read when asked for: only a strike needs them. */
  readonly texts: () => readonly TextReading[];
}

/** Changes to the members of a set, by canonical text; a member is in one of them at most. */
export interface SetScript {
  readonly added: Map<string, Json>;
  readonly removed: Map<string, Json>;
}

/** What an edit is going to do to one entity. */
export class Target {
  readonly id: string;
  readonly group: GroupPlan;
  readonly seen: Seen;
  /** Set where the entity itself is written: `true` for a row, its members for an entry. */
  readonly creation: Json | undefined;
  readonly values = new Map<number, Json>();
  readonly sets = new Map<number, SetScript>();
  readonly texts = new Map<number, TextScript>();
  strike: { readonly type: 'strike'; readonly why: string } | { readonly type: 'restore' } | undefined;

  constructor(id: string, group: GroupPlan, seen: Seen, creation?: Json) {
    this.id = id;
    this.group = group;
    this.seen = seen;
    this.creation = creation;
  }

  set(slot: number): SetScript {
    let script = this.sets.get(slot);
    if (script === undefined) this.sets.set(slot, (script = { added: new Map(), removed: new Map() }));
    return script;
  }
}
