import type { Json } from '@caseweave/record';
import type { KnownEdits } from '../oracle/known-edits.ts';
import { isLive, type Fact, type Ledger } from '../oracle/ledger.ts';
import { byText } from '../values/canonical.ts';
import type { FieldOutline, GroupOutline, Outline } from './outline.ts';

/** What a strike noted beside its reason: the edits that its writer had seen. */
export interface StrikeNote {
  readonly saw: KnownEdits;
}

/** Whether a row is not there, hidden by a strike that saw all of it, shown although struck, or simply shown. */
export type RowStatus = 'absent' | 'hidden' | 'missed' | 'shown' | 'uncertain';

/** A cell of the ledger taken apart. */
export interface CellName {
  readonly path: string;
  readonly entity: string;
}

export const strikePath = '!';
/** What marks of formatting are kept under, beside the path of their text; a slash is in no path. */
export const formatPrefix = 'format/';
export const cellOf = (path: string, entity: string): string => `${path}@${entity}`;

const names = new Map<string, CellName>();
/** Takes a cell's name apart. */
export function cellName(cell: string): CellName {
  let name = names.get(cell);
  if (name === undefined) {
    const at = cell.indexOf('@');
    names.set(cell, (name = { path: cell.slice(0, at), entity: cell.slice(at + 1) }));
  }
  return name;
}

/**
 * What a section must show to somebody whom these edits have reached: worked out from the ledger and the declaration, by
 * rules written down once more, and too plainly to be clever.
 */
export class Expectation {
  readonly outline: Outline;
  readonly ledger: Ledger;
  readonly known: KnownEdits;
  readonly #entities = new Map<string, Map<string, readonly Fact[]>>();

  constructor(outline: Outline, ledger: Ledger, known: KnownEdits) {
    this.outline = outline;
    this.ledger = ledger;
    this.known = known;
    for (const [cell, facts] of ledger.cells) {
      const live = facts.filter((fact) => isLive(known, fact));
      if (live.length === 0) continue;
      const { path, entity } = cellName(cell);
      let cells = this.#entities.get(entity);
      if (cells === undefined) this.#entities.set(entity, (cells = new Map<string, readonly Fact[]>()));
      cells.set(path, live);
    }
  }

  /** What stands unsuperseded under a path of an entity. */
  live(path: string, entity: string): readonly Fact[] {
    return this.#entities.get(entity)?.get(path) ?? none;
  }

  /** All that stands unsuperseded about an entity, by path; nothing for one of which there is nothing. */
  all(entity: string): ReadonlyMap<string, readonly Fact[]> {
    return this.#entities.get(entity) ?? new Map<string, readonly Fact[]>();
  }

  /** The entities that there is anything of. */
  get ids(): Iterable<string> {
    return this.#entities.keys();
  }

  /** Of that, what this version understands. */
  understood(field: FieldOutline, entity: string): readonly Fact[] {
    return this.live(field.path, entity).filter(({ value }) => field.understands(value));
  }

  /** The ids that rows of a group show under, in the order of ids. */
  shownRows(group: string): readonly string[] {
    return this.#rows(group, ['shown', 'missed']);
  }

  /** The ids of struck rows that are not shown. */
  hiddenRows(group: string): readonly string[] {
    return this.#rows(group, ['hidden']);
  }

  status(group: GroupOutline, entity: string): RowStatus {
    const cells = this.#entities.get(entity);
    if (cells === undefined || !cells.has(group.name)) return 'absent';
    const strikes = cells.get(strikePath) ?? none;
    if (strikes.length === 0) return 'shown';
    // Marks of formatting are content too, and Yjs writes and clears them by itself.
    if ([...cells.keys()].some((path) => path.startsWith(formatPrefix))) return 'uncertain';
    // What only a later version knows counts on every version: each says that it is there.
    const parts = [...cells].flatMap(([path, facts]) => (path === strikePath ? [] : facts));
    if (strikes.some((strike) => this.#missedOwn(strike, entity, parts))) return 'uncertain';
    const sawAll = strikes.some(({ edit, note }) =>
      parts.every((part) => part.edit === edit || (note as StrikeNote).saw.has(part.edit)),
    );
    return sawAll ? 'hidden' : 'missed';
  }

  /**
   * Whether a strike wrote in its row as well, and its writer had written there before what its basis did not hold, and
   * what does not count here any more, or not yet. A strike names one clock for each client, so it then says that it has
   * seen neither; what does count here, it has missed in any case.
   */
  #missedOwn({ edit, replica, note }: Fact, entity: string, parts: readonly Fact[]): boolean {
    if (!parts.some((part) => part.edit === edit)) return false;
    const { saw } = note as StrikeNote;
    for (const [cell, facts] of this.ledger.cells) {
      if (cellName(cell).entity !== entity) continue;
      const isMissed = (fact: Fact): boolean =>
        fact.replica === replica && fact.edit < edit && !saw.has(fact.edit) && !isLive(this.known, fact);
      if (facts.some(isMissed)) return true;
    }
    return false;
  }

  /** The entities that have anything in a group. */
  *entitiesOf(group: string): Iterable<string> {
    for (const [entity, cells] of this.#entities) if (cells.has(group)) yield entity;
  }

  #rows(group: string, wanted: readonly RowStatus[]): readonly string[] {
    const outline = this.outline.groups.get(group);
    if (outline === undefined) return [];
    const rows = [...this.entitiesOf(group)].filter((entity) => wanted.includes(this.status(outline, entity)));
    return rows.toSorted(byText);
  }
}

/** What must show to somebody who knows this: worked out once, as long as they learn nothing more. */
export function expectationOf(outline: Outline, ledger: Ledger, known: KnownEdits): Expectation {
  const before = made.get(known);
  if (before !== undefined && before.changes === known.changes && before.of.outline === outline) return before.of;
  const of = new Expectation(outline, ledger, known);
  made.set(known, { changes: known.changes, of });
  return of;
}

const made = new WeakMap<KnownEdits, { readonly changes: number; readonly of: Expectation }>();

const none: readonly Fact[] = [];

/** The distinct values of facts, in canonical order. */
export function distinct(facts: readonly Fact[]): readonly Json[] {
  if (facts.length < 2) return facts.map(({ value }) => value);
  const byValue = new Map(facts.map(({ text, value }) => [text, value]));
  return [...byValue].toSorted(([a], [b]) => byText(a, b)).map(([, value]) => value);
}
