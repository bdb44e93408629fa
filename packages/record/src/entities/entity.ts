import type { GroupPlan } from '../schema/plan.ts';
import type { TextReading } from '../texts/text-reading.ts';
import { noClaims, type Claim } from '../claims/claim.ts';

/** The state of one entity, as it is now. Lists of claims are replaced, never changed, so that a view may keep them. */
export class Entity {
  readonly id: string;
  readonly group: GroupPlan;
  /** The current claims by slot: of its fields, by which it exists, of additions, and of fields that are not known. */
  readonly cells: (readonly Claim[])[];
  /** The texts by slot as last read; undefined when they have changed since. */
  readonly texts: (TextReading | undefined)[];
  /** The claims that it was entered in error. */
  strikes: readonly Claim[] = noClaims;
  // Made when they are first needed: of many thousand rows hardly one has any.
  #strayNames: Map<Claim, string> | undefined;
  #strayRoots: Map<string, string> | undefined;

  constructor(id: string, group: GroupPlan) {
    this.id = id;
    this.group = group;
    this.cells = Array.from({ length: group.slots }, () => noClaims);
    this.texts = Array.from({ length: group.texts.length }, () => undefined);
  }

  /** The roots of texts that this schema does not know, and what the entity would call them. */
  get strayRoots(): ReadonlyMap<string, string> {
    return this.#strayRoots ?? none;
  }

  /** What the entity would call the field of a claim that this schema has no place for. */
  strayName(claim: Claim): string | undefined {
    return this.#strayNames?.get(claim);
  }

  addStray(claim: Claim, name: string): void {
    (this.#strayNames ??= new Map()).set(claim, name);
  }

  addStrayRoot(root: string, name: string): void {
    (this.#strayRoots ??= new Map()).set(root, name);
  }

  add(slot: number, claim: Claim): void {
    this.cells[slot] = [...(this.cells[slot] ?? noClaims), claim];
  }

  remove(slot: number, claim: Claim): void {
    const rest = (this.cells[slot] ?? noClaims).filter((held) => held !== claim);
    this.cells[slot] = rest.length === 0 ? noClaims : rest;
    this.#strayNames?.delete(claim);
  }
}

const none: ReadonlyMap<string, string> = new Map();
