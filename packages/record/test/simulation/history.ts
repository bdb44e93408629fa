/** What one edit wrote and superseded: all that the model knows of it. */
export interface Fact {
  readonly edit: number;
  readonly client: number;
  readonly entity: string;
  readonly field: string;
  readonly value: unknown;
}

/** One edit as the model keeps it. */
export interface Edit {
  readonly number: number;
  readonly facts: readonly Fact[];
  readonly superseded: ReadonlySet<Fact>;
  /** What its writer knew: the numbers of the edits in its basis. */
  readonly known: ReadonlySet<number>;
  /** Characters it typed, by the name of the text; no text is ever deleted from. */
  readonly typed: readonly { readonly entity: string; readonly text: string; readonly token: string }[];
}

/**
 * All edits that anybody made, as plain lists, without clocks, clients or Yjs: too simple to be wrong. What a replica
 * shows follows from which edits have reached it.
 */
export class History {
  readonly edits: Edit[] = [];

  add(edit: Omit<Edit, 'number'>): number {
    this.edits.push({ ...edit, number: this.edits.length });
    return this.edits.length - 1;
  }

  get next(): number {
    return this.edits.length;
  }

  /** What is written and, as far as these edits say, not superseded. */
  standing(known: ReadonlySet<number>, entity: string, field: string): readonly Fact[] {
    const edits = this.edits.filter(({ number }) => known.has(number));
    const superseded = new Set(edits.flatMap((edit) => [...edit.superseded]));
    return edits
      .flatMap(({ facts }) => facts)
      .filter((fact) => fact.entity === entity && fact.field === field && !superseded.has(fact));
  }

  /** Every standing fact about an entity but its strikes. */
  content(known: ReadonlySet<number>, entity: string): readonly Fact[] {
    const fields = new Set(
      this.edits.flatMap(({ facts }) => facts.filter((fact) => fact.entity === entity).map(({ field }) => field)),
    );
    return [...fields].filter((field) => field !== '!').flatMap((field) => this.standing(known, entity, field));
  }

  /** The characters typed in a text. */
  typed(known: ReadonlySet<number>, entity: string, text: string): readonly string[] {
    return this.edits
      .filter(({ number }) => known.has(number))
      .flatMap(({ typed }) =>
        typed.filter((each) => each.entity === entity && each.text === text).map(({ token }) => token),
      );
  }

  /** Whether a row is not there, hidden by a strike that saw all of it, shown although struck, or simply shown. */
  status(known: ReadonlySet<number>, entity: string): 'absent' | 'hidden' | 'missed' | 'shown' {
    const content = this.content(known, entity);
    if (!content.some(({ value }) => value === true)) return 'absent';
    const strikes = this.standing(known, entity, '!');
    if (strikes.length === 0) return 'shown';
    const typists = this.edits.filter(
      (edit) => known.has(edit.number) && edit.typed.some((each) => each.entity === entity),
    );
    const parts = [...content.map(({ edit }) => edit), ...typists.map(({ number }) => number)];
    const sawAll = strikes.some(({ edit }) =>
      parts.every((part) => part === edit || this.edits[edit]?.known.has(part) === true),
    );
    return sawAll ? 'hidden' : 'missed';
  }
}

/** The distinct values of facts. */
export const distinct = (facts: readonly Fact[]): readonly unknown[] => [...new Set(facts.map(({ value }) => value))];
