import type { ClaimIndex } from '../entities/claim-index.ts';
import { noClaims, type Claim } from '../claims/claim.ts';
import type { Json } from '../json.ts';
import type { Fault } from '../meaning/meaning.ts';
import { RecordError, type Refusal } from '../outcomes.ts';
import type { ClaimPlan, GroupPlan } from '../schema/plan.ts';
import { Shown } from '../view/shown.ts';
import type { Viewer } from '../view/viewer.ts';
import { isEntityId } from '../entity-ids.ts';
import { nothingSeen, seenIn, seenNow, unseenIn, type Seen } from './seen.ts';
import { Target } from './target.ts';

/** What an edit is based on. */
export interface ScriptContext {
  readonly index: ClaimIndex;
  readonly viewer: Viewer;
  /** The view that the editor was looking at; without it, what there is now. */
  readonly basis: Shown | undefined;
  readonly newId: () => string;
  /** Whether what was written under a client is this device's, or of the person who uses it. */
  readonly isOwn: (client: number) => boolean;
}

/** All that an edit is going to do, collected and checked before anything is written. */
export class Script {
  readonly context: ScriptContext;
  readonly refusals: Refusal[] = [];
  #highestKeys: Map<GroupPlan, string> | undefined;
  readonly #targets = new Map<GroupPlan, Map<string, Target>>();
  readonly #lastLooks: (() => void)[] = [];
  #root: Target | undefined;
  #over = false;

  constructor(context: ScriptContext) {
    this.context = context;
  }

  /** The last places that this edit gave, by collection. */
  get highestKeys(): Map<GroupPlan, string> {
    return (this.#highestKeys ??= new Map());
  }

  /** The target for the section's own fields. */
  get root(): Target {
    const { index, basis } = this.context;
    this.#root ??= new Target(
      '',
      index.plan.root,
      basis === undefined ? seenNow(index, index.root) : seenIn(index, basis, index.root),
    );
    return this.#root;
  }

  /** Calls for everything that the edit touches. */
  eachTarget(call: (target: Target) => void): void {
    if (this.#root !== undefined) call(this.#root);
    for (const ofGroup of this.#targets.values()) for (const target of ofGroup.values()) call(target);
  }

  /** The rows of a group that the edit touches. */
  targetsOf(group: GroupPlan): Iterable<Target> {
    return this.#targets.get(group)?.values() ?? [];
  }

  /** The target for an entity; undefined, and refused, where there is none that can be seen. */
  target(group: GroupPlan, id: string): Target | undefined {
    const known = this.#targets.get(group)?.get(id);
    if (known !== undefined) return known;
    const seen = this.#seen(group, id);
    if (seen === undefined) {
      this.refuse(group.name, {
        code: 'no-such-row',
        rule: 'there is no row with this id',
        remedy: 'Take the id from the view.',
      });
      return undefined;
    }
    return this.#keep(new Target(id, group, seen));
  }

  /** The target for a new entity. */
  create(group: GroupPlan, creation: Json): Target {
    const id = this.context.newId();
    // Two rows of one id would be one row, and what is no id would not pass a server's checks.
    if (!isEntityId(id) || this.context.index.holds(id) || this.#targets.get(group)?.has(id) === true) {
      throw new RecordError('bad-id', 'newId must give a new id of 1 to 64 letters, digits, - and _ each time.');
    }
    return this.#keep(new Target(id, group, nothingSeen(group), creation));
  }

  /** A target for a row that is not there: what is written in it goes nowhere, as the edit is refused. */
  nowhere(group: GroupPlan, id: string): Target {
    return new Target(id, group, nothingSeen(group));
  }

  /** Takes a last look, such as at a draft that was handed out, when the edit is over. */
  whenOver(look: () => void): void {
    this.#lastLooks.push(look);
  }

  has(group: GroupPlan, id: string): boolean {
    return this.#targets.get(group)?.has(id) === true || this.#seen(group, id) !== undefined;
  }

  /** Tells whether a row of that id shows, in the basis or now, or is added by this edit. */
  shows(groupName: string, id: string): boolean {
    const group = this.context.index.plan.groups.get(groupName);
    if (group === undefined) return false;
    return this.#targets.get(group)?.get(id)?.creation !== undefined || this.#row(group, id) !== undefined;
  }

  /** Says a value of a field in words. */
  words(field: ClaimPlan, value: Json): string {
    const { index, viewer } = this.context;
    const group = field.target?.type === 'own' ? index.plan.groups.get(field.target.rows) : undefined;
    const added = group === undefined || typeof value !== 'string' ? undefined : this.#targets.get(group)?.get(value);
    if (added?.creation === undefined) return viewer.resolver.words(field, value);
    const title = added.group.claims.find(({ kind, slot }) => kind === 'register' && added.values.has(slot));
    return title === undefined ? added.group.label : title.meaning.words(added.values.get(title.slot) ?? null);
  }

  /** Tells whether a target is struck and not shown, so that nobody can have meant to write in it. */
  isHidden({ id, group, creation }: Target): boolean {
    const strikes = this.context.index.entities(group).get(id)?.strikes ?? noClaims;
    return strikes.length > 0 && creation === undefined && this.#row(group, id) === undefined;
  }

  /** Tells whether an entry was written by the person who edits. */
  isOwn({ group, creation, seen }: Target): boolean {
    const claims = seen.cells[group.existence] ?? noClaims;
    const isByThem = ({ client, meta }: Claim): boolean =>
      this.context.isOwn(client) || (meta.of !== undefined && this.context.isOwn(meta.of));
    return creation !== undefined || (claims.length > 0 && claims.every(isByThem));
  }

  refuse(path: string, fault: Fault): void {
    this.refusals.push({ ...fault, path });
  }

  /** Whether the edit is over, and nothing more is collected. */
  get isOver(): boolean {
    return this.#over;
  }

  /** A draft that is kept and used after its edit would write nothing, silently. */
  assertOpen(): void {
    if (this.#over)
      throw new RecordError('draft-over', 'This draft belongs to an edit that is over: make another edit.');
  }

  close(): void {
    for (const look of this.#lastLooks) look();
    this.#over = true;
  }

  #keep(target: Target): Target {
    let ofGroup = this.#targets.get(target.group);
    if (ofGroup === undefined) this.#targets.set(target.group, (ofGroup = new Map<string, Target>()));
    ofGroup.set(target.id, target);
    return target;
  }

  #seen(group: GroupPlan, id: string): Seen | undefined {
    const entity = this.context.index.entities(group).get(id);
    if (entity === undefined || entity.cells[group.existence] === noClaims) return undefined;
    const { index, basis } = this.context;
    if (basis === undefined) return seenNow(index, entity);
    const row = this.#row(group, id);
    // A row that came after the basis was taken: it can be written in, but nothing of it has been seen.
    return row === undefined ? unseenIn(index, basis, entity) : seenIn(index, row, entity);
  }

  #row(group: GroupPlan, id: string): Shown | undefined {
    return Shown.rowOf(this.context.basis ?? this.context.viewer.view(), group, id);
  }
}
