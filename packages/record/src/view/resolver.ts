import { noClaims } from '../claims/claim.ts';
import type { ClaimIndex } from '../entities/claim-index.ts';
import type { Entity } from '../entities/entity.ts';
import type { Json } from '../json.ts';
import type { Reading } from '../meaning/meaning.ts';
import type { RefTarget } from '../fields/fields.ts';
import type { ClaimPlan, GroupPlan } from '../schema/plan.ts';
import { buildRow } from './row-builder.ts';
import { rowWords } from './row-words.ts';

/** Finds the other sections that this reader has open, by the name of their schema. */
export type OtherIndexes = (section: string) => readonly ClaimIndex[];

/** A row or entry that a reference leads to. */
interface Target {
  readonly index: ClaimIndex;
  readonly entity: Entity;
}

/** Tells which targets of references show: those that are there, that this reader has, and that nobody struck. */
export class Resolver {
  readonly #index: ClaimIndex;
  readonly #others: OtherIndexes;
  /** The names of the sections that fields of this one refer to. */
  readonly #sections: readonly string[];

  constructor(index: ClaimIndex, others: OtherIndexes) {
    this.#index = index;
    this.#others = others;
    const { root, groups } = index.plan;
    const targets = [root, ...groups.values()].flatMap(({ refs }) => refs.map(({ target }) => target));
    this.#sections = [...new Set(targets.flatMap((target) => (target?.type === 'other' ? target.section : [])))];
  }

  /** The other sections that are referred to, as far as they are open. */
  others(): readonly ClaimIndex[] {
    return this.#sections.flatMap((section) => this.#others(section));
  }

  /** Whether a target shows. */
  shows(target: RefTarget, id: string): boolean {
    return this.#find(target, id) !== undefined;
  }

  /** Whether it is certain that a target does not show: of a section that is not open nobody here can tell. */
  isNowhere(target: RefTarget, id: string): boolean {
    const known = target.type === 'own' || this.#others(target.section).length > 0;
    return known && !this.shows(target, id);
  }

  /** What a field shows of ids: those whose target shows. */
  shown({ target }: ClaimPlan, value: Json): Json {
    if (target === undefined || value === null) return value;
    if (typeof value === 'string') return this.shows(target, value) ? value : null;
    if (!Array.isArray(value)) return value;
    const ids: readonly unknown[] = value;
    const shown = ids.filter((id): id is string => typeof id === 'string' && this.shows(target, id));
    return shown.length === ids.length ? value : Object.freeze(shown);
  }

  /** Says a value in words; of a reference, what its target is called, and never its id. */
  words({ meaning, target }: ClaimPlan, value: Json): string {
    if (target === undefined || typeof value !== 'string') return meaning.words(value);
    const found = this.#find(target, value);
    if (found === undefined) return 'something that is not shown here';
    const { group } = found.entity;
    return rowWords(group, buildRow(found.index, found.entity, undefined).basis.readings) ?? group.label;
  }

  /** The same as long as all references of an entity show what they show. */
  keyOf({ refs }: GroupPlan, readings: readonly Reading[]): string {
    return JSON.stringify(refs.map((field) => this.shown(field, readings[field.slot]?.value ?? null)));
  }

  #find(target: RefTarget, id: string): Target | undefined {
    for (const index of target.type === 'own' ? [this.#index] : this.#others(target.section)) {
      const group = index.plan.groups.get(target.rows);
      const entity = group === undefined ? undefined : index.entities(group).get(id);
      if (entity !== undefined && isShown(index, entity)) return { index, entity };
    }
    return undefined;
  }
}

function isShown(index: ClaimIndex, entity: Entity): boolean {
  if (entity.cells[entity.group.existence] === noClaims) return false;
  return entity.strikes.length === 0 || buildRow(index, entity, undefined).struck.type !== 'hidden';
}
