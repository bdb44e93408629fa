import type * as Y from 'yjs';
import type { Json } from '../json.ts';
import type { GroupPlan, SectionPlan } from '../schema/plan.ts';
import {
  eachChangedRoot,
  eachDeletedRange,
  eachNewRun,
  eachRun,
  existingRoot,
  existingText,
  type ItemId,
  type ItemRun,
} from '../yjs-internals.ts';
import { Claim, noClaims, readTuple, type ClaimTuple } from '../claims/claim.ts';
import { readStrayText, type TextReading } from '../texts/text-reading.ts';
import { Entity } from './entity.ts';
import { pathAt, pathIn } from './entity-paths.ts';
import { claimsOf } from './section-roots.ts';

/** The name of the field that says an entity was entered in error. */
export const strikeField = '!';

/** A claim in its place: a slot of an entity, or among the strikes of an id. */
type Held = PlacedHeld | { readonly claim: Claim; readonly struckId: string };

interface PlacedHeld {
  readonly claim: Claim;
  readonly entity: Entity;
  readonly slot: number;
}

/** A claim, and what it is about. */
export interface PlacedClaim {
  readonly claim: Claim;
  readonly entity: string;
  readonly field: string;
}

/**
 * The claims of a document by entity and slot, kept up with each transaction at the cost of what it changed.
 *
 * It reads the new and the deleted structs of a transaction, not the array's own events, which walk the whole list.
 */
export class ClaimIndex {
  readonly plan: SectionPlan;
  readonly doc: Y.Doc;
  readonly array: Y.Array<unknown>;
  /** The section's own fields. */
  readonly root: Entity;
  /** The entities that changed since they were last shown. */
  readonly changed = new Set<Entity>();
  /** Goes up with every change. */
  revision = 0;
  readonly #entities = new Map<GroupPlan, Map<string, Entity>>();
  readonly #held = new Map<number, Map<number, Held>>();
  readonly #strikes = new Map<string, readonly Claim[]>();
  readonly #lastClocks = new Map<number, number>();

  constructor(plan: SectionPlan, doc: Y.Doc) {
    this.plan = plan;
    this.doc = doc;
    this.array = claimsOf(doc);
    this.root = new Entity('', plan.root);
    this.changed.add(this.root);
    for (const group of plan.groups.values()) this.#entities.set(group, new Map());
    eachRun(this.array, (run) => this.#addRun(run));
    for (const name of doc.share.keys()) this.#textChanged(name);
  }

  /** The entities of a group, by id; those that do not exist (yet) too. */
  entities(group: GroupPlan): ReadonlyMap<string, Entity> {
    return this.#entities.get(group) ?? new Map<string, Entity>();
  }

  /** The claim that was written there, if nobody has superseded it. */
  claimAt({ client, clock }: ItemId): Claim | undefined {
    return this.#held.get(client)?.get(clock)?.claim;
  }

  /** The claim that was written there with its place, if nobody has superseded it. */
  placeAt({ client, clock }: ItemId): PlacedClaim | undefined {
    const held = this.#held.get(client)?.get(clock);
    if (held === undefined) return undefined;
    const { claim } = held;
    if ('struckId' in held) return { claim, entity: held.struckId, field: strikeField };
    const { group, id } = held.entity;
    const stray = held.entity.strayName(claim);
    const field = stray === undefined ? pathAt(group, held.slot) : pathIn(group, stray);
    return { claim, entity: id, field };
  }

  /** Whether any row or entry has this id. */
  holds(id: string): boolean {
    for (const entities of this.#entities.values()) if (entities.has(id)) return true;
    return false;
  }

  /** The entity of that id that has this field; for a strike, any of that id. */
  holder(field: string, id: string): Entity | undefined {
    if (field !== strikeField) {
      const group = this.plan.claimPaths.get(field)?.group ?? this.plan.textPaths.get(field)?.group;
      return group === undefined || group.kind === 'section' ? this.root : this.entities(group).get(id);
    }
    for (const entities of this.#entities.values()) {
      const entity = entities.get(id);
      if (entity !== undefined) return entity;
    }
    return undefined;
  }

  /** The clock of the claim that this client wrote last, deleted or not. */
  lastClockOf(client: number): number | undefined {
    return this.#lastClocks.get(client);
  }

  /** The root text of an entity's field, if anyone has typed in it. */
  textOf(path: string, id: string): Y.Text | undefined {
    return existingText(this.doc, `${path}/${id}`);
  }

  /** The texts of an entity that this schema does not know: who wrote them, and nothing of what they say. */
  strayTextsOf({ strayRoots }: Entity): readonly TextReading[] {
    return Array.from(strayRoots.keys(), (name) => readStrayText(existingRoot(this.doc, name)));
  }

  /** Takes in what a transaction changed; to do so again changes nothing. */
  absorb(transaction: Y.Transaction): void {
    eachDeletedRange(transaction, (client, clock, length) => this.#removeRange(client, clock, length));
    eachNewRun(transaction, this.array, (run) => this.#addRun(run));
    eachChangedRoot(transaction, (name) => this.#textChanged(name));
  }

  /** Takes in what this document's client has itself just superseded and written, without looking for it. */
  takeOwn(superseded: readonly ItemId[], first: number, written: readonly ClaimTuple[]): void {
    const client = this.doc.clientID;
    for (const { client: of, clock } of superseded) {
      const ofClient = this.#held.get(of);
      if (ofClient !== undefined) this.#remove(ofClient, clock);
    }
    for (const [nth, tuple] of written.entries()) this.#keep(client, first + nth, tuple)?.wasChecked();
    if (written.length > 0) this.#lastClocks.set(client, first + written.length - 1);
  }

  #addRun({ client, clock, length, values }: ItemRun): void {
    const last = clock + length - 1;
    if (last > (this.#lastClocks.get(client) ?? -1)) this.#lastClocks.set(client, last);
    for (const [offset, stored] of values.entries()) this.#add({ client, clock: clock + offset }, stored);
  }

  #add({ client, clock }: ItemId, stored: unknown): void {
    const tuple = readTuple(stored);
    if (tuple !== undefined) this.#keep(client, clock, tuple);
  }

  /** Puts a claim in its place; undefined for one that has none in this schema, or that is there already. */
  #keep(client: number, clock: number, [id, field, value, meta]: ClaimTuple): Claim | undefined {
    let ofClient = this.#held.get(client);
    if (ofClient === undefined) this.#held.set(client, (ofClient = new Map<number, Held>()));
    if (ofClient.has(clock)) return undefined;
    const claim = new Claim(client, clock, value, meta);
    if (field === strikeField) {
      ofClient.set(clock, { claim, struckId: id });
      this.#setStrikes(id, [...(this.#strikes.get(id) ?? noClaims), claim]);
      return claim;
    }
    const { entity, slot } = this.#placeFor(id, field, value) ?? this.#placeForStray(claim, id, field);
    ofClient.set(clock, { claim, entity, slot });
    entity.add(slot, claim);
    this.#touch(entity);
    return claim;
  }

  /** The entity and slot that a claim belongs to; undefined for what only a later version knows. */
  #placeFor(id: string, field: string, value: Json): Pick<PlacedHeld, 'entity' | 'slot'> | undefined {
    const path = this.plan.claimPaths.get(field);
    if (path === undefined || (path.group.kind === 'section') !== (id === '')) return undefined;
    if (path.slot === path.group.existence && !beginsEntity(path.group, value)) return undefined;
    return { entity: this.#entity(path.group, id), slot: path.slot };
  }

  #placeForStray(claim: Claim, id: string, field: string): Pick<PlacedHeld, 'entity' | 'slot'> {
    const { entity, name } = this.#strayHolder(id, field);
    entity.addStray(claim, name);
    return { entity, slot: entity.group.strays };
  }

  /** Who would have a field that this schema does not know: a row of known rows, or else the section. */
  #strayHolder(id: string, path: string): { readonly entity: Entity; readonly name: string } {
    const dot = path.indexOf('.');
    const head = dot < 0 ? path : path.slice(0, dot);
    const group = id === '' || dot < 0 ? undefined : this.plan.groups.get(head);
    return group === undefined
      ? { entity: this.root, name: head }
      : { entity: this.#entity(group, id), name: path.slice(dot + 1) };
  }

  #removeRange(client: number, clock: number, length: number): void {
    const ofClient = this.#held.get(client);
    if (ofClient === undefined) return;
    if (length <= ofClient.size) {
      for (let at = clock; at < clock + length; at += 1) this.#remove(ofClient, at);
    } else {
      // A long run of deleted text, in which few or no claims are.
      for (const at of ofClient.keys()) if (at >= clock && at < clock + length) this.#remove(ofClient, at);
    }
  }

  #remove(ofClient: Map<number, Held>, clock: number): void {
    const held = ofClient.get(clock);
    if (held === undefined) return;
    ofClient.delete(clock);
    if ('struckId' in held) {
      const rest = (this.#strikes.get(held.struckId) ?? noClaims).filter((claim) => claim !== held.claim);
      this.#setStrikes(held.struckId, rest);
    } else {
      held.entity.remove(held.slot, held.claim);
      this.#touch(held.entity);
    }
  }

  #setStrikes(id: string, strikes: readonly Claim[]): void {
    if (strikes.length === 0) this.#strikes.delete(id);
    else this.#strikes.set(id, strikes);
    for (const entities of this.#entities.values()) {
      const entity = entities.get(id);
      if (entity === undefined) continue;
      entity.strikes = strikes;
      this.#touch(entity);
    }
  }

  #textChanged(name: string): void {
    const slash = name.indexOf('/');
    if (slash < 0) return;
    const path = this.plan.textPaths.get(name.slice(0, slash));
    const id = name.slice(slash + 1);
    if (path === undefined || (path.group.kind === 'section') !== (id === '')) {
      const stray = this.#strayHolder(id, name.slice(0, slash));
      stray.entity.addStrayRoot(name, stray.name);
      this.#touch(stray.entity);
      return;
    }
    const entity = this.#entity(path.group, id);
    entity.texts[path.slot] = undefined;
    this.#touch(entity);
  }

  #touch(entity: Entity): void {
    this.changed.add(entity);
    this.revision += 1;
  }

  #entity(group: GroupPlan, id: string): Entity {
    if (group.kind === 'section') return this.root;
    let ofGroup = this.#entities.get(group);
    if (ofGroup === undefined) this.#entities.set(group, (ofGroup = new Map<string, Entity>()));
    let entity = ofGroup.get(id);
    if (entity === undefined) {
      entity = new Entity(id, group);
      entity.strikes = this.#strikes.get(id) ?? noClaims;
      ofGroup.set(id, entity);
    }
    return entity;
  }
}

// A row begins with `true`, an entry is an object of its members.
function beginsEntity(group: GroupPlan, value: Json): boolean {
  if (group.kind === 'collection') return value === true;
  return group.kind === 'log' && typeof value === 'object' && value !== null && !Array.isArray(value);
}
