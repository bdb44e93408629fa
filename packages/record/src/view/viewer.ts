import type { ClaimIndex } from '../entities/claim-index.ts';
import type { Claim } from '../claims/claim.ts';
import type { Entity } from '../entities/entity.ts';
import type { GroupPlan } from '../schema/plan.ts';
import { Listing, type PlacedRow } from './listing.ts';
import type { Ordered } from './ordered.ts';
import { buildRow, type BuiltRow } from './row-builder.ts';
import { Resolver, type OtherIndexes } from './resolver.ts';
import { hiddenKey, Shown } from './shown.ts';
import { shownRows, type ShownRows } from './shown-rows.ts';

/** The rows of one group, and as they are handed out. */
interface Listed {
  readonly listing: Listing;
  /** A list of the viewer's own, which the next one is made of: to copy one that is frozen costs a hundred times more. */
  readonly inOrder: Shown[];
  readonly rows: ShownRows;
}

/** Something that has to be asked about an entity. */
export type Doubtful = BuiltRow & { readonly entity: Entity };

/** Makes views of an index, each from the one before at the cost of what changed. */
export class Viewer {
  readonly #index: ClaimIndex;
  readonly #placed = new Map<Entity, PlacedRow>();
  readonly #listings = new Map<GroupPlan, Listed>();
  readonly #doubtful = new Map<Entity, Doubtful>();
  /** Of which something cannot be shown. */
  readonly #unshowing = new Map<Entity, BuiltRow>();
  /** The strikes of the rows that are not shown. Views keep it, so it is replaced, and never changed. */
  #hidden: ReadonlyMap<string, readonly Claim[]> = new Map();
  #hiddenNow: Map<string, readonly Claim[]> | undefined;
  /** What references show, by who refers. */
  readonly #referring = new Map<Entity, string>();
  readonly resolver: Resolver;
  #others: readonly { readonly index: ClaimIndex; readonly revision: number }[] = [];
  #isStale = false;
  /** The section's own fields. */
  #root: BuiltRow | undefined;
  #view: Shown | undefined;

  constructor(index: ClaimIndex, others: OtherIndexes = () => []) {
    this.#index = index;
    this.resolver = new Resolver(index, others);
  }

  /** Whether a view is being made: what is called for it may read, and not write. */
  isMaking = false;
  /** Another object whenever anything that is shown or said may have changed. */
  stamp = {};

  /** The view that was last taken. */
  get last(): Shown | undefined {
    return this.#view;
  }

  /** The view of what the index holds now: the same object until something changed. */
  view(): Shown {
    if (this.#index.plan.hasRefs) this.#followOthers();
    if (this.#view !== undefined && this.#index.changed.size === 0) return this.#view;
    this.#refresh();
    // Which rows show does not depend on references, so once is enough.
    if (this.#isStale) this.#recheckReferences();
    const { basis, members } = this.#root ?? this.#buildRoot();
    const lists: { [name: string]: unknown } = {};
    const rows = new Map<GroupPlan, Listing>();
    for (const group of this.#index.plan.groups.values()) {
      const listed = this.#listed(group);
      lists[group.name] = listed.rows;
      rows.set(group, listed.listing);
    }
    this.#view = new Shown({ ...basis, rows, hidden: this.#hidden }, { ...members, ...lists });
    return this.#view;
  }

  /** What has to be asked, in no order. */
  doubtful(): Iterable<Doubtful> {
    this.view();
    return this.#doubtful.values();
  }

  /** That of which something cannot be shown, in no order. */
  unshowing(): Iterable<readonly [Entity, BuiltRow]> {
    this.view();
    return this.#unshowing;
  }

  /** The rows of a group in order, with their keys. */
  ordered(group: GroupPlan): Ordered<PlacedRow> {
    this.view();
    return this.#listed(group).listing.ordered;
  }

  /** Notes whether another section, to which this one refers, has changed. */
  #followOthers(): void {
    const now = this.resolver.others().map((index) => ({ index, revision: index.revision }));
    const same =
      now.length === this.#others.length &&
      now.every(({ index, revision }, nth) => {
        const before = this.#others[nth];
        return before?.index === index && before.revision === revision;
      });
    if (same) return;
    this.#others = now;
    this.stamp = {};
    this.#markReferring();
  }

  #recheckReferences(): void {
    this.#isStale = false;
    if (!this.#index.plan.hasRefs) return;
    this.#markReferring();
    this.#refresh();
    this.#isStale = false;
  }

  /** Marks those whose references show something else than they did. */
  #markReferring(): void {
    for (const [entity, before] of this.#referring) {
      const readings = this.#readings(entity);
      if (this.resolver.keyOf(entity.group, readings) !== before) this.#index.changed.add(entity);
    }
  }

  #readings(entity: Entity): BuiltRow['basis']['readings'] {
    if (entity === this.#index.root) return this.#root?.basis.readings ?? [];
    const placed = this.#placed.get(entity);
    return placed === undefined ? [] : Shown.basisOf(placed.row).readings;
  }

  #refresh(): void {
    this.stamp = {};
    this.isMaking = true;
    try {
      this.#refreshChanged();
    } finally {
      this.isMaking = false;
      this.#hidden = this.#hiddenNow ?? this.#hidden;
      this.#hiddenNow = undefined;
    }
  }

  #refreshChanged(): void {
    const changed = new Map<GroupPlan, Entity[]>();
    for (const entity of this.#index.changed) {
      if (entity === this.#index.root) this.#root = this.#buildRoot();
      else if (!changed.get(entity.group)?.push(entity)) changed.set(entity.group, [entity]);
    }
    this.#index.changed.clear();
    for (const [group, entities] of changed) this.#listings.set(group, this.#update(group, entities));
  }

  #buildRoot(): BuiltRow {
    const entity = this.#index.root;
    const built = buildRow(this.#index, entity, this.#root?.basis, this.resolver);
    this.#note(entity, built);
    return built;
  }

  #update(group: GroupPlan, entities: readonly Entity[]): Listed {
    let { listing } = this.#listed(group);
    const { inOrder } = this.#listed(group);
    // Beyond this many, sorting them all anew is cheaper than placing each.
    const afresh = entities.length > 16 + listing.ordered.length / 8;
    for (const entity of entities) {
      const old = this.#placed.get(entity);
      const now = this.#place(entity, old);
      if ((old === undefined) !== (now === undefined)) this.#isStale = true;
      if (afresh) continue;
      const before = listing;
      listing = listing.changed(old, now);
      const from = old === undefined ? undefined : before.placeOf(old);
      const to = now === undefined ? undefined : listing.placeOf(now);
      if (from !== undefined) inOrder.splice(from, 1, ...(from === to && now !== undefined ? [now.row] : []));
      if (now !== undefined && to !== undefined && from !== to) inOrder.splice(to, 0, now.row);
    }
    return afresh ? this.#sorted(group) : listedOf(listing, inOrder);
  }

  #place(entity: Entity, old: PlacedRow | undefined): PlacedRow | undefined {
    const exists = entity.cells[entity.group.existence]?.length !== 0;
    const built = exists
      ? buildRow(this.#index, entity, old === undefined ? undefined : Shown.basisOf(old.row), this.resolver)
      : undefined;
    this.#hide(entity, built?.struck.type === 'hidden');
    if (built === undefined || built.struck.type === 'hidden') {
      this.#placed.delete(entity);
      this.#doubtful.delete(entity);
      this.#unshowing.delete(entity);
      this.#referring.delete(entity);
      return undefined;
    }
    const row = new Shown(built.basis, built.members);
    const placed: PlacedRow = { id: entity.id, key: built.key, row };
    this.#placed.set(entity, placed);
    this.#note(entity, built);
    return placed;
  }

  #hide(entity: Entity, isHidden: boolean): void {
    const key = isHidden || this.#hidden.size > 0 ? hiddenKey(entity.group, entity.id) : '';
    if (!isHidden && !this.#hidden.has(key)) return;
    this.#hiddenNow ??= new Map(this.#hidden);
    if (isHidden) this.#hiddenNow.set(key, entity.strikes);
    else this.#hiddenNow.delete(key);
  }

  #note(entity: Entity, built: BuiltRow): void {
    if (built.refs !== undefined) this.#referring.set(entity, built.refs);
    const isDoubtful =
      built.struck.type === 'missed' || built.basis.readings.some(({ dispute }) => dispute !== undefined);
    if (built.basis.unshown.length > 0) this.#unshowing.set(entity, built);
    else this.#unshowing.delete(entity);
    if (isDoubtful) this.#doubtful.set(entity, { ...built, entity });
    else this.#doubtful.delete(entity);
  }

  #listed(group: GroupPlan): Listed {
    let listed = this.#listings.get(group);
    if (listed === undefined) this.#listings.set(group, (listed = this.#sorted(group)));
    return listed;
  }

  #sorted(group: GroupPlan): Listed {
    const rows = [...this.#index.entities(group).values()].flatMap((entity) => this.#placed.get(entity) ?? []);
    const listing = Listing.of(rows, group.order !== undefined);
    return listedOf(listing, listing.rows());
  }
}

const listedOf = (listing: Listing, inOrder: Shown[]): Listed => ({
  listing,
  inOrder,
  rows: shownRows(inOrder.slice(), listing),
});
