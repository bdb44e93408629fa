import type { Json } from '@caseweave/record';
import { canonicalText } from '../values/canonical.ts';
import type { KnownEdits } from './known-edits.ts';

/** A value that an edit wrote in a cell: all that the ledger keeps of it. */
export interface Fact {
  readonly edit: number;
  readonly replica: number;
  readonly cell: string;
  readonly value: Json;
  /** The same for equal values. */
  readonly text: string;
  /** Whatever else its subject has to know of it. */
  readonly note?: unknown;
  /** The edits that superseded it. */
  readonly removedBy: number[];
}

/** What an edit adds to the ledger. */
export type NewFact = Pick<Fact, 'cell' | 'value' | 'note'>;

/**
 * What everybody wrote, and who superseded it having seen it: plain lists, without clocks, clients or Yjs. What a replica
 * must hold follows from which edits have reached it.
 */
export class Ledger {
  readonly #cells = new Map<string, Fact[]>();

  /** Notes an edit; what it removes, its basis held. */
  write(edit: number, replica: number, adds: readonly NewFact[], removes: readonly Fact[]): readonly Fact[] {
    for (const fact of removes) fact.removedBy.push(edit);
    return adds.map((added) => {
      const fact: Fact = { ...added, edit, replica, text: canonicalText(added.value), removedBy: [] };
      const cell = this.#cells.get(fact.cell);
      if (cell === undefined) this.#cells.set(fact.cell, [fact]);
      else cell.push(fact);
      return fact;
    });
  }

  /** The cells that anybody wrote in. */
  get cells(): ReadonlyMap<string, readonly Fact[]> {
    return this.#cells;
  }

  /** What these edits wrote in a cell, and none of them superseded. */
  live(known: KnownEdits, cell: string): readonly Fact[] {
    const facts = this.#cells.get(cell);
    return facts === undefined ? nothing : facts.filter((fact) => isLive(known, fact));
  }
}

/** Whether these edits wrote it and did not supersede it. */
export const isLive = (known: KnownEdits, { edit, removedBy }: Fact): boolean =>
  known.has(edit) && !removedBy.some((remover) => known.has(remover));

const nothing: readonly Fact[] = [];
